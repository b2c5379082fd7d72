package partnership

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import java.io.File
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** The questions of `tests/vectors/`, which every surface answers alike. */
class VectorsTest {
    private val folder = File(System.getProperty("vectors"))
    private val dataset = Dataset.embedded()

    @TestFactory
    fun `every answer is that of the core`(): List<DynamicTest> {
        val files = folder.listFiles { file -> file.name.endsWith(".json") && !file.name.endsWith(".answer.json") }
        val questions = files.orEmpty().sortedBy { it.name }
        assertTrue(questions.size >= 100, "${questions.size} questions")
        return questions.map { file ->
            DynamicTest.dynamicTest(file.nameWithoutExtension) {
                val question = read(file).asJsonObject.getAsJsonObject("question")
                val wanted = read(File(folder, file.nameWithoutExtension + ".answer.json"))
                assertNull(difference(wanted, answer(question)))
            }
        }
    }

    /** Where the second value differs first, and how: the whole of two answers is too long to be read. */
    private fun difference(
        wanted: JsonElement?,
        found: JsonElement?,
        path: String = "",
    ): String? =
        when {
            wanted is JsonObject && found is JsonObject -> {
                (wanted.keySet() + found.keySet()).firstNotNullOfOrNull { difference(wanted[it], found[it], "$path/$it") }
            }

            wanted is JsonArray && found is JsonArray && wanted.size() == found.size() -> {
                wanted.indices().firstNotNullOfOrNull { difference(wanted[it], found[it], "$path/$it") }
            }

            wanted is JsonArray && found is JsonArray -> {
                "$path: ${wanted.size()} wanted, ${found.size()} found"
            }

            else -> {
                "$path: $wanted wanted, $found found".takeIf { wanted != found }
            }
        }

    private fun JsonArray.indices() = 0 until size()

    private fun read(file: File): JsonElement = JsonParser.parseString(file.readText())

    private fun answer(question: JsonObject): JsonObject {
        fun text(key: String) = question[key]?.takeIf { it.isJsonPrimitive }?.asString
        return dataset.view(on = text("on"), knownOn = text("known_on"), lang = text("lang") ?: "en").use { view ->
            try {
                val asked = text("text").orEmpty()
                when (val command = text("command").orEmpty()) {
                    "commitments" -> {
                        val overdue = question["overdue"]?.asBoolean ?: false
                        Rebuilt.told(view.toldLedger(asked, text("due_by"), overdue, text("stale_for")))
                    }

                    "brief" -> {
                        val meeting = text("for")
                        if (meeting == null) {
                            Rebuilt.brief(view.brief())
                        } else {
                            Rebuilt.told(view.briefFor(meeting, text("since")))
                        }
                    }

                    else -> {
                        ask(view, command, asked)
                    }
                }
            } catch (error: PartnershipException) {
                Rebuilt.error(error.details)
            }
        }
    }

    private fun ask(
        view: DatasetView,
        command: String,
        text: String,
    ): JsonObject {
        val ids = text.split(' ').filter(String::isNotEmpty)
        return when (command) {
            "list" -> list(view, view.query(text, size = ALL))
            "search" -> list(view, view.search(text, size = ALL))
            "show" -> Rebuilt.show(view.show(ids))
            "timeline" -> Rebuilt.timeline(view.timeline(text, size = ALL))
            "cite" -> Rebuilt.cite(view.cite(ids))
            "total" -> Rebuilt.told(view.total(text))
            "rank" -> Rebuilt.told(view.rank(text))
            "mirror" -> Rebuilt.told(view.mirror(text))
            "figures" -> Rebuilt.told(view.figures(ids))
            "check" -> check(view, text, ids)
            "targets" -> Rebuilt.told(view.targets(text))
            "implements" -> Rebuilt.told(view.implements(text))
            "unserved" -> Rebuilt.told(view.unserved(text))
            "lineage" -> Rebuilt.told(view.lineage(text))
            else -> error("`$command` is no command")
        }
    }

    private fun check(
        view: DatasetView,
        text: String,
        ids: List<String>,
    ): JsonObject {
        val of = text.substringAfter(':')
        return when (text.substringBefore(':', "")) {
            "source" -> Rebuilt.told(view.check(source = of))
            "speaker" -> Rebuilt.told(view.check(speaker = of))
            else -> Rebuilt.told(view.check(ids))
        }
    }

    private fun list(
        view: DatasetView,
        rows: Rows,
    ) = Rebuilt.list(rows, view.show(rows.rows.map { it.id }))
}
