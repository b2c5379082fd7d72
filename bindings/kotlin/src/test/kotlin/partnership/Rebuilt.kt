package partnership

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.google.gson.JsonPrimitive

/** Answers as JSON has them, put together from the objects of this package alone. */
object Rebuilt {
    fun list(
        rows: Rows,
        cards: Cards,
    ): JsonObject {
        val byId = cards.rows.associateBy { it.id }
        return envelope(rows.answer.copy(source = cards.answer.source), rows.rows) { row ->
            record(row.truth, row.why, byId.getValue(row.id)).apply {
                row.found?.let { add("match", match(it)) }
            }
        }
    }

    fun show(cards: Cards): JsonObject =
        envelope(cards.answer, cards.rows) { card ->
            record(card.truth, card.why, card).apply {
                add("coverage", array(card.coverage, ::coverage))
                add("linked_from", array(card.linkedFrom) { text(it.id) })
                add("not_collected", array(card.notCollected, ::text))
            }
        }

    fun timeline(timeline: Timeline): JsonObject =
        envelope(timeline.answer, timeline.rows) { moment ->
            sureness(moment.truth, moment.why).apply {
                addProperty("date", moment.date.text)
                addProperty("what", moment.what)
                addProperty("label", moment.label)
                if (moment.detail.isNotEmpty()) addProperty("detail", moment.detail)
                addProperty("kind", moment.kind.word())
                addProperty("id", moment.id)
                add("cite", array(moment.cite, ::citation))
            }
        }

    fun brief(brief: Brief): JsonObject =
        envelope(brief.answer, brief.rows) { section ->
            JsonObject().apply {
                addProperty("title", section.title)
                add("line", array(section.line, ::line))
            }
        }

    fun cite(references: References): JsonObject =
        envelope(references.answer, references.rows) { reference ->
            JsonObject().apply {
                addProperty("id", reference.id)
                addProperty("kind", reference.kind)
                addProperty("text", reference.text)
                add("source", array(reference.source, ::text))
                reference.csl?.let { add("csl", JsonParser.parseString(it)) }
            }
        }

    fun told(told: Told): JsonObject = envelope(told.answer, told.rows) { row -> part(row.part) }

    fun error(problem: Problem): JsonObject {
        val place = problem.place ?: Place("", "", "", "")
        val start = place.before.toByteArray().size
        val error =
            JsonObject().apply {
                addProperty("code", problem.code)
                addProperty("text", problem.message)
                addProperty("start", start)
                addProperty("end", start + place.meant.toByteArray().size)
                add("expected", array(problem.expected, ::text))
                add("nearest", orNull(problem.suggestion))
            }
        return JsonObject().apply { add("error", error) }
    }

    private fun <T> envelope(
        answer: Answer,
        rows: List<T>,
        row: (T) -> JsonElement,
    ): JsonObject {
        val view = JsonObject()
        view.add("on", orNull(answer.on))
        view.add("known_on", orNull(answer.knownOn))
        view.addProperty("lang", answer.lang)
        view.addProperty("day", answer.day)
        val query = JsonObject()
        query.addProperty("command", answer.command)
        query.addProperty("text", answer.text)
        return JsonObject().apply {
            add("view", view)
            add("query", query)
            addProperty("count", answer.total)
            add("row", array(rows, row))
            add("source", array(answer.source, ::source))
            add("note", array(answer.note, ::text))
            add("empty", answer.empty?.let(::empty) ?: JsonNull.INSTANCE)
        }
    }

    private fun empty(empty: Empty) =
        JsonObject().apply {
            addProperty("reason", empty.reason.word())
            addProperty("text", empty.text)
            empty.term?.let { addProperty("term", it) }
        }

    private fun sureness(
        truth: Truth,
        why: List<Why>,
    ) = JsonObject().apply {
        addProperty("truth", truth.word())
        if (why.isNotEmpty()) add("why", array(why) { text(it.word()) })
    }

    private fun record(
        truth: Truth,
        why: List<Why>,
        card: Card,
    ) = sureness(truth, why).apply {
        addProperty("kind", card.kind.word())
        part(card.part).entrySet().forEach { (name, value) -> add(name, value) }
        if (card.maybe.isNotEmpty()) {
            val paths = JsonObject()
            card.maybe.forEach { doubt -> paths.add(doubt.path, array(doubt.why) { text(it.word()) }) }
            add("maybe", paths)
        }
        card.state?.let { state -> add("derived", JsonObject().apply { addProperty("state", state.word()) }) }
    }

    private fun part(part: Part): JsonObject {
        val made = JsonObject()
        part.field.forEach { field -> made.add(field.name, several(field.list, field.value, ::value)) }
        if (part.cite.isNotEmpty()) made.add("cite", array(part.cite, ::citation))
        if (part.alternative.isNotEmpty()) made.add("alternative", array(part.alternative, ::alternative))
        if (part.absent.isNotEmpty()) made.add("absent", array(part.absent, ::absent))
        return made
    }

    private fun value(value: Value): JsonElement =
        when (value) {
            is Value.Plain -> text(value.text)
            is Value.Word -> text(value.word)
            is Value.Texts -> texts(value.text)
            is Value.Number -> JsonPrimitive(value.number)
            is Value.Flag -> JsonPrimitive(value.flag)
            is Value.Date -> text(value.date.text)
            is Value.Quantity -> text(value.amount.text)
            is Value.Link -> text(value.to.id)
            is Value.Concept -> text(value.term.notation)
            is Value.Nested -> part(value.part)
        }

    /** The values of alternatives are texts, whatever they are of. */
    private fun other(value: Value): JsonElement =
        when (value) {
            is Value.Number -> text(value.number.toString())
            is Value.Flag -> text(value.flag.toString())
            else -> value(value)
        }

    private fun alternative(other: Alternative) =
        JsonObject().apply {
            addProperty("field", other.field)
            add("value", several(other.list, other.value, ::other))
            other.rank?.let { addProperty("rank", it.word()) }
            addProperty("reason", other.reason)
            if (other.against.isNotEmpty()) add("against", array(other.against, ::text))
            if (other.cite.isNotEmpty()) add("cite", array(other.cite, ::citation))
        }

    private fun absent(absent: Absent) =
        JsonObject().apply {
            addProperty("field", absent.field)
            absent.state?.let { addProperty("state", it.word()) }
            absent.searched?.let { addProperty("searched", it) }
            absent.on?.let { addProperty("on", it) }
            absent.settle?.let { addProperty("settle", it) }
            absent.note?.let { addProperty("note", it) }
            if (absent.cite.isNotEmpty()) add("cite", array(absent.cite, ::citation))
        }

    private fun citation(cite: Citation) =
        JsonObject().apply {
            addProperty("source", cite.source)
            cite.at?.let { addProperty("at", it) }
            if (cite.fields.isNotEmpty()) add("fields", array(cite.fields, ::text))
            if (cite.basis != Basis.STATED) addProperty("basis", cite.basis.word())
            cite.rule?.let { addProperty("rule", it) }
            cite.note?.let { addProperty("note", it) }
            cite.passage?.let { addProperty("passage", it) }
        }

    private fun source(source: Source) =
        JsonObject().apply {
            addProperty("id", source.id)
            source.title?.let { add("title", texts(it)) }
            source.titleBy?.let { addProperty("title_by", it.word()) }
            source.publisher?.let { add("publisher", texts(it)) }
            if (source.author.isNotEmpty()) add("author", array(source.author) { text(it.id) })
            source.issued?.let { addProperty("issued", it.text) }
            source.accessed?.let { addProperty("accessed", it) }
            source.url?.let { addProperty("url", it) }
            source.archived?.let { addProperty("archived", it) }
            source.copy?.let { add("copy", copy(it)) }
            source.language?.let { addProperty("language", it) }
            source.tier?.let { addProperty("tier", it.word()) }
            source.read?.let { addProperty("read", it.word()) }
            source.version?.let { addProperty("version", it) }
            source.licence?.let { addProperty("licence", it) }
            source.summary?.let { add("summary", texts(it)) }
            if (source.reviewed.isNotEmpty()) add("reviewed", array(source.reviewed, ::review))
        }

    private fun copy(copy: ReadCopy) =
        JsonObject().apply {
            copy.site?.let { addProperty("site", it) }
            copy.url?.let { addProperty("url", it) }
        }

    private fun review(review: Review) =
        JsonObject().apply {
            review.by?.let { addProperty("by", it) }
            review.on?.let { addProperty("on", it) }
            review.note?.let { add("note", texts(it)) }
        }

    private fun coverage(of: Coverage) =
        JsonObject().apply {
            addProperty("id", of.id)
            addProperty("what", of.what)
            addProperty("announced", of.announced)
            addProperty("held", of.held)
            addProperty("maybe", of.maybe)
            of.missing?.let { addProperty("missing", it) }
            addProperty("query", of.query)
            if (of.cite.isNotEmpty()) add("cite", array(of.cite, ::citation))
        }

    private fun line(line: BriefLine) =
        sureness(line.truth, line.why).apply {
            addProperty("lead", line.lead)
            addProperty("text", line.text)
            addProperty("id", line.id)
            add("cite", array(line.cite, ::citation))
        }

    private fun match(found: Match): JsonObject {
        val spans = JsonArray()
        var at = 0
        found.piece.forEach { piece ->
            val end = at + piece.text.toByteArray().size
            if (piece.hit) {
                spans.add(
                    JsonObject().apply {
                        addProperty("start", at)
                        addProperty("end", end)
                    },
                )
            }
            at = end
        }
        return JsonObject().apply {
            addProperty("score", found.score)
            addProperty("text", found.piece.joinToString("") { it.text })
            add("span", spans)
        }
    }

    private fun text(text: String) = JsonPrimitive(text)

    private fun texts(text: LocalText) = JsonObject().apply { text.all.forEach { (tag, one) -> addProperty(tag, one) } }

    private fun orNull(text: String?): JsonElement = text?.let(::JsonPrimitive) ?: JsonNull.INSTANCE

    private fun <T> array(
        of: List<T>,
        one: (T) -> JsonElement,
    ) = JsonArray().apply { of.forEach { add(one(it)) } }

    private fun <T> several(
        list: Boolean,
        of: List<T>,
        one: (T) -> JsonElement,
    ): JsonElement = if (list) array(of, one) else one(of.single())
}
