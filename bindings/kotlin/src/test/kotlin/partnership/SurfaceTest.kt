package partnership

import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.File
import java.math.BigDecimal
import java.time.LocalDate
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNull
import kotlin.test.assertTrue

class SurfaceTest {
    private val dataset = Dataset.embedded()
    private val view = dataset.view()

    @Test
    fun `a typed project has its dates, sums and sources`() {
        val page = view.projects(listOf(Filter.Id(listOf("kadif"))))
        val kadif = page.rows.single()
        assertEquals("한-아세안 디지털 혁신 플래그십", kadif.name?.get("ko"))
        assertEquals(ProjectForm.PROJECT, kadif.form)
        val sum =
            kadif.budget
                .first()
                .amount
                .first()
        assertEquals(BigDecimal("30000000"), sum.decimal)
        assertEquals("USD", sum.unit)
        assertEquals(LocalDate.of(2029, 12, 31), kadif.span?.lastDay)
        val cite = kadif.cite.first()
        assertEquals(cite.source, page.answer[cite]?.id)
    }

    @Test
    fun `filters, queries and pages agree`() {
        val typed = view.projects(listOf(Filter.Pillar("B")), size = ALL).rows.map { it.id }
        val asked = view.query("kind:project pillar:B", size = ALL)
        assertEquals(asked.rows.map { it.id }, typed)
        val pages = (0 until asked.answer.total step 7).flatMap { view.query("kind:project pillar:B", it, 7).rows }
        assertEquals(typed, pages.map { it.id })
    }

    @Test
    fun `a page past the end is empty, a negative one is refused`() {
        val past = view.query("kind:project", start = ALL, size = ALL)
        assertTrue(past.rows.isEmpty() && past.answer.total > 0 && past.answer.empty == null)
        for ((start, size) in listOf(-1 to 1, 0 to 0, 0 to -1, Int.MIN_VALUE to Int.MIN_VALUE)) {
            assertFailsWith<PartnershipException.Value> { view.query("", start, size) }
        }
    }

    @Test
    fun `an error has its message, place and suggestion`() {
        val error = assertFailsWith<PartnershipException.Question> { view.query("한국 piller:B") }
        assertContains(error.message, "`piller`")
        assertEquals("pillar", error.suggestion)
        assertEquals("한국 ", error.place?.before)
        assertEquals("piller", error.place?.meant)
        assertEquals("kadif", assertFailsWith<PartnershipException.Id> { view.show(listOf("kadiff")) }.suggestion)
        assertFailsWith<PartnershipException.Value> { dataset.view(on = "2024-13-01") }
        assertFailsWith<PartnershipException.Value> { dataset.view(lang = "한국어!") }
        assertEquals("P0204", explain("p0204").code)
        assertFailsWith<PartnershipException.Value> { explain("P9999") }
    }

    @Test
    fun `what is no dataset is refused`(
        @TempDir folder: File,
    ) {
        for (bytes in listOf("", "{}", "\u0000", "{\"format\":\"9.0\"}\n", "[".repeat(100_000))) {
            assertFailsWith<PartnershipException.Dataset> { Dataset.load(bytes.toByteArray()) }
        }
        val missing = File(folder, "none.partnership")
        assertEquals(missing.path, assertFailsWith<PartnershipException.Dataset> { Dataset.load(missing) }.place?.at)
        assertFailsWith<PartnershipException.Dataset> { Dataset.load(folder.toPath()) }
    }

    @Test
    fun `hostile text is a text`() {
        val texts = listOf("\u0000", "\uD800", "\u202E" + "x".repeat(5_000), "((((((", "\"", "a".repeat(1_000_000), "🇰🇷")
        for (text in texts) {
            view.search(text)
            runCatching { view.query(text) }.onFailure { assertTrue(it is PartnershipException.Question, "$it") }
            assertFailsWith<PartnershipException.Id> { view.show(listOf(text)) }
        }
    }

    @Test
    fun `views hide what was not so and not known`() {
        fun members(on: LocalDate?) = dataset.view(on).use { it.query("member:asean").answer.total }
        assertEquals(10, members(LocalDate.of(2025, 10, 25)))
        assertEquals(11, members(LocalDate.of(2025, 10, 26)))
        val early = dataset.view(on = null, knownOn = LocalDate.of(2000, 1, 1))
        assertEquals(
            EmptyReason.NOT_KNOWN_YET,
            early
                .query("id:kadif")
                .answer.empty
                ?.reason,
        )
    }

    @Test
    fun `every word and concept has its label in English and Korean`() {
        val hangul = Regex(".*[가-힣].*|G20.*")
        for (list in wordLists()) {
            for (word in list.word) {
                assertTrue(word.label["en"].orEmpty().isNotEmpty(), "${list.name} ${word.word}")
                assertTrue(hangul.matches(word.label["ko"].orEmpty()), "${list.name} ${word.word}")
            }
        }
        for (serves in listOf("pillar", "theme", "measure")) {
            val terms = dataset.view(lang = "ko").concepts(serves)
            assertTrue(terms.size > 3)
            // Where no source has a Korean name, the English one is shown.
            for (term in terms) assertEquals(term.name["ko"] ?: term.name["en"], term.name.shown)
        }
        assertEquals("회의체", PartyForm.FORUM.label("ko"))
        assertEquals("불확실", Truth.MAYBE.label("ko"))
    }

    @Test
    fun `a search marks what it found`() {
        val row = view.search("디지털").rows.first()
        val found = row.found ?: error("a search says what it found")
        assertTrue(found.piece.any { it.hit && "디지털" in it.text })
    }

    @Test
    fun `a series gives numbers in its unit`() {
        val series = view.series(listOf(Filter.Id(listOf("kcs-goods-trade")))).rows.single()
        val value = series.observation.first { it.value?.decimal != null }.value ?: error("a value")
        assertEquals(series.unit, value.unit)
        assertNull(dataset.about().dropped.firstOrNull())
    }

    @Test
    fun `a closed object says so`() {
        val closed = dataset.view()
        closed.close()
        closed.close()
        assertFailsWith<IllegalStateException> { closed.brief() }
    }
}
