package partnership

import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import java.io.File
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.util.zip.ZipFile
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** Android 15 asks of every 64-bit library that its segments are aligned to pages of 16 KiB. */
class AlignmentTest {
    @Test
    fun `our library is aligned to 16 KiB`() {
        val library = File(System.getProperty("library"))
        assumeTrue(library.exists(), "no ELF library on this system")
        assertTrue(alignments(library.readBytes()).all { it >= PAGE })
    }

    @Test
    fun `so is each 64-bit library of JNA's AAR`() {
        ZipFile(System.getProperty("aar")).use { aar ->
            val libraries = aar.entries().toList().filter { it.name.endsWith(".so") }
            assertTrue(listOf("arm64-v8a", "x86_64").all { abi -> libraries.any { abi in it.name } })
            for (library in libraries) {
                val bytes = aar.getInputStream(library).readBytes()
                val aligned = alignments(bytes).all { it >= PAGE }
                assertEquals(true, aligned || !is64(bytes), library.name)
            }
        }
    }

    private fun is64(elf: ByteArray) = elf[4].toInt() == 2

    /** The alignment of each segment that is loaded (`PT_LOAD`), from the program headers. */
    private fun alignments(elf: ByteArray): List<Long> {
        assertEquals("7f454c46", elf.take(4).joinToString("") { "%02x".format(it) })
        val file = ByteBuffer.wrap(elf).order(if (elf[5].toInt() == 1) ByteOrder.LITTLE_ENDIAN else ByteOrder.BIG_ENDIAN)
        val wide = is64(elf)
        val start = if (wide) file.getLong(0x20).toInt() else file.getInt(0x1C)
        val size = file.getShort(if (wide) 0x36 else 0x2A).toInt()
        val count = file.getShort(if (wide) 0x38 else 0x2C).toInt()
        val headers = (0 until count).map { start + it * size }.filter { file.getInt(it) == 1 }
        return headers.map { if (wide) file.getLong(it + 0x30) else file.getInt(it + 0x1C).toLong() }
    }

    private companion object {
        const val PAGE = 16_384L
    }
}
