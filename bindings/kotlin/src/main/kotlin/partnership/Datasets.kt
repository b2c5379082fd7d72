@file:JvmName("Datasets")

package partnership

import java.io.File
import java.nio.file.Path
import java.time.LocalDate

/** All rows as one page: `view.query("kind:project", size = ALL)`. */
public const val ALL: Int = Int.MAX_VALUE

/** Today where this device is, as days are written. The library itself reads no clock. */
public fun today(): String = LocalDate.now().toString()

/** A dataset from the bytes of a packed file (`NAME.partnership`). */
@Throws(PartnershipException::class)
public fun Dataset.Companion.load(bytes: ByteArray): Dataset = loadBytes(bytes)

/** A dataset from a packed file (`NAME.partnership`). */
@Throws(PartnershipException::class)
public fun Dataset.Companion.load(file: File): Dataset = load(file.path)

/** A dataset from a packed file (`NAME.partnership`). */
@Throws(PartnershipException::class)
public fun Dataset.Companion.load(path: Path): Dataset = load(path.toString())

/** The dataset as it is asked: on a day of validity, as known on a day, in a language. */
@Throws(PartnershipException::class)
public fun Dataset.view(
    on: LocalDate?,
    knownOn: LocalDate? = null,
    lang: String = "en",
): DatasetView = view(on?.toString(), knownOn?.toString(), lang)

/** What is wrong, where, and what would be right. */
public val PartnershipException.details: Problem
    get() =
        when (this) {
            is PartnershipException.Question -> problem
            is PartnershipException.Id -> problem
            is PartnershipException.Value -> problem
            is PartnershipException.Dataset -> problem
            is PartnershipException.Internal -> problem
        }

/** Where something is wrong. */
public val PartnershipException.place: Place?
    get() = details.place

/** The nearest value that is accepted. */
public val PartnershipException.suggestion: String?
    get() = details.suggestion
