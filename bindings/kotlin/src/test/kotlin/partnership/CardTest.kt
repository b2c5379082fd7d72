package partnership

import org.junit.jupiter.api.Test
import java.io.File
import kotlin.test.assertEquals

/** A card as an app would draw it, kept as a snapshot; `-Dsnapshots=write` writes it anew. */
class CardTest {
    @Test
    fun `a card draws every field with its sources`() {
        val view = Dataset.embedded().view(lang = "ko")
        val drawn = view.show(listOf("kadif")).let { cards -> draw(cards.rows.single(), cards.answer) }
        val kept = File("src/test/resources/card.txt")
        if (System.getProperty("snapshots") == "write") kept.writeText(drawn)
        assertEquals(kept.readText(), drawn)
    }

    private fun draw(
        card: Card,
        answer: Answer,
    ): String {
        val lines = mutableListOf("${card.name} (${card.kind.label("ko")} ${card.id})")
        lines += fields(card.part, "  ")
        lines += card.coverage.map { "  ${it.what}: ${it.announced}, ${it.held} + ${it.missing}" }
        lines += card.linkedFrom.map { "  <- ${it.name} (${it.id})" }
        lines += answer.source.mapIndexed { at, source -> "[${at + 1}] ${source.title?.shown}" }
        return lines.joinToString("\n", postfix = "\n")
    }

    private fun fields(
        part: Part,
        indent: String,
    ): List<String> =
        part.field.flatMap { field ->
            val marks = field.cite.joinToString("") { "[${it.number} ${it.at}]" }
            val shown = field.value.filter { it !is Value.Nested }.joinToString("; ", transform = ::plain)
            val nested = field.value.filterIsInstance<Value.Nested>().flatMap { fields(it.part, "$indent  ") }
            val others = field.alternative.map { "$indent  | ${it.value.joinToString("; ", transform = ::plain)} (${it.reason})" }
            listOf("$indent${field.label}: $shown $marks".trimEnd()) + nested + others
        }

    private fun plain(value: Value): String =
        when (value) {
            is Value.Plain -> value.text
            is Value.Word -> value.label.shown
            is Value.Texts -> value.text.shown
            is Value.Number -> value.number.toString()
            is Value.Flag -> value.flag.toString()
            is Value.Date -> value.date.text
            is Value.Quantity -> value.amount.shown
            is Value.Link -> "${value.to.name} (${value.to.id})"
            is Value.Concept -> value.term.name.shown
            is Value.Nested -> fields(value.part, "").joinToString("; ")
        }
}
