import com.sun.jna.Native
import partnership.Dataset

/**
 * How long the first answer takes in a fresh process, beyond what JNA takes to load and to bind the functions of the
 * library, and how long a page of 50 rows.
 */
object Bench {
    @JvmStatic
    fun main(arguments: Array<String>) {
        val start = System.nanoTime()
        Native.getNativeSize(Long::class.javaPrimitiveType)
        Class.forName("partnership.UniffiLib")
        val loaded = System.nanoTime()
        val view = Dataset.embedded().view()
        view.query("id:kadif")
        val answered = System.nanoTime()
        val times =
            List(400) {
                val from = System.nanoTime()
                check(view.query("kind:project OR kind:event", size = 50).rows.size == 50)
                System.nanoTime() - from
            }
        val page = times.drop(200).sorted()[100]
        println("class-path ${System.getProperty("java.class.path")}")
        println("jna-load-ms ${(loaded - start) / 1e6}")
        println("first-answer-ms ${(answered - loaded) / 1e6}")
        println("page-of-50-ms ${page / 1e6}")
    }
}
