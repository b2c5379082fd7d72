@file:JvmName("Values")

package partnership

import java.math.BigDecimal
import java.time.LocalDate

/** The first day that the date may touch; `null` where it is open or not known. */
public val Edtf.firstDay: LocalDate?
    get() = first?.let(LocalDate::parse)

/** The last day that the date may touch; `null` where it is open or not known. */
public val Edtf.lastDay: LocalDate?
    get() = last?.let(LocalDate::parse)

/** The day, where the date is one day without a doubt. */
public val Edtf.day: LocalDate?
    get() = firstDay.takeIf { exact && first == last }

/** From the first to the last day that the date may touch; `null` where an end is open or not known. */
public val Edtf.days: ClosedRange<LocalDate>?
    get() {
        val from = firstDay ?: return null
        return lastDay?.let { from..it }
    }

/** The exact number, without its hedge; `null` where the text is no number. */
public val Amount.decimal: BigDecimal?
    get() = number?.let(::BigDecimal)

/** The text in a language, by its tag; `null` where it is not held in it. */
public operator fun LocalText.get(lang: String): String? = all[lang]

/** The field of a name, if it is filled. */
public operator fun Part.get(name: String): Field? = field.find { it.name == name }

/** The field of a name, if it is filled. */
public operator fun Card.get(name: String): Field? = part[name]

/** The source of a citation of this answer. */
public operator fun Answer.get(citation: Citation): Source? = source.getOrNull(citation.number - 1)
