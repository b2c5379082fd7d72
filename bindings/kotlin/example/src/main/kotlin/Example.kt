import partnership.Dataset
import partnership.DatasetView
import partnership.PartnershipException
import partnership.get
import partnership.suggestion
import java.io.FileDescriptor
import java.io.FileOutputStream
import java.io.PrintStream

/** A timeline, a search and a record with its sources, as an app would show them. */
fun main() {
    System.setOut(PrintStream(FileOutputStream(FileDescriptor.out), true, "UTF-8"))
    Dataset.embedded().use { dataset ->
        dataset.view().use { view ->
            timeline(view)
            record(view)
            mistake(view)
        }
        dataset.view(lang = "ko").use(::search)
    }
}

private fun timeline(view: DatasetView) {
    println("2024 and 2025")
    for (moment in view.timeline("kind:event,partnership date:2024..2025", size = 8).rows) {
        println("  ${moment.date.text}  ${moment.label}: ${moment.said}")
    }
}

private fun search(view: DatasetView) {
    val found = view.search("청소년", size = 3)
    println("\n청소년: ${found.answer.total}")
    for (row in found.rows) {
        val text =
            row.found
                ?.piece
                .orEmpty()
                .joinToString("") { if (it.hit) "[${it.text}]" else it.text }
        println("  ${row.name} (${row.kind.label("ko")})\n    $text")
    }
}

private fun record(view: DatasetView) {
    val page = view.projects(listOf(partnership.Filter.Id(listOf("kadif"))))
    for (project in page.rows) {
        println("\n${project.name?.shown}")
        println("  ${project.summary?.shown}")
        println("  ${project.span?.text}, ${project.budget.flatMap { it.amount }.joinToString { it.shown }}")
        for (cite in project.cite) println("  [${cite.number}] ${page.answer[cite]?.title?.shown}, ${cite.at}")
    }
}

private fun mistake(view: DatasetView) {
    try {
        view.query("piller:B")
    } catch (error: PartnershipException) {
        println("\n${error.message}\n  did you mean ${error.suggestion}?")
    }
}
