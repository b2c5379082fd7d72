package partnership

import org.junit.jupiter.api.Test
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith

class EnduranceTest {
    private val dataset = Dataset.embedded()

    @Test
    fun `ten thousand panics are ten thousand ordinary errors, and the object stays usable`() {
        repeat(10_000) {
            val error = assertFailsWith<PartnershipException.Internal> { dataset.panicForTests() }
            assertContains(error.message, "index out of bounds")
        }
        assertEquals(
            "kadif",
            dataset
                .view()
                .show(listOf("kadif"))
                .rows
                .single()
                .id,
        )
    }

    @Test
    fun `eight threads share one object and get the same answers`() {
        val rounds = System.getProperty("races").toInt()
        val view = dataset.view()
        val ask = { view.query("kind:project pillar:B funder:akcf", size = 1) }
        val wanted = ask()
        val pool = Executors.newFixedThreadPool(8)
        val threads = List(8) { Callable { (1..rounds).all { ask() == wanted } } }
        val same = pool.invokeAll(threads).map { it.get() }
        pool.shutdown()
        assertEquals(List(8) { true }, same)
    }
}
