import Partnership

/// Answers as JSON has them, put together from the values of this package alone.
enum Rebuilt {
    static func list(_ rows: Rows, _ cards: Cards) throws -> Json {
        let byId = Dictionary(uniqueKeysWithValues: cards.rows.map { ($0.id, $0) })
        return try envelope(rows.answer, rows.rows, sources: cards.answer.source) { row in
            guard let card = byId[row.id] else { throw Missing(id: row.id) }
            return .table(
                try record(row.truth, row.why, card)
                    .merging(Json.filledTable(["match": row.found.map(match)])) { _, new in new })
        }
    }

    static func show(_ cards: Cards) throws -> Json {
        try envelope(cards.answer, cards.rows) { card in
            let more: [String: Json] = [
                "coverage": .list(try card.coverage.map(coverage)),
                "linked_from": .list(card.linkedFrom.map { .text($0.id) }),
                "not_collected": .list(card.notCollected.map { .text($0) }),
            ]
            return .table(try record(card.truth, card.why, card).merging(more) { _, new in new })
        }
    }

    static func timeline(_ timeline: Timeline) throws -> Json {
        try envelope(timeline.answer, timeline.rows) { moment in
            .filled([
                "truth": .text(try moment.truth.word()),
                "why": try Json.some(moment.why) { .text(try $0.word()) },
                "date": .text(moment.date.text),
                "what": .text(moment.what),
                "label": .text(moment.label),
                "detail": moment.detail.isEmpty ? nil : .text(moment.detail),
                "kind": .text(try moment.kind.word()),
                "id": .text(moment.id),
                "cite": .list(try moment.cite.map(citation)),
            ])
        }
    }

    static func brief(_ brief: Brief) throws -> Json {
        try envelope(brief.answer, brief.rows) { section in
            .table(["title": .text(section.title), "line": .list(try section.line.map(line))])
        }
    }

    static func cite(_ references: References) throws -> Json {
        try envelope(references.answer, references.rows) { reference in
            .filled([
                "id": .text(reference.id),
                "kind": .text(reference.kind),
                "text": .text(reference.text),
                "source": .list(reference.source.map { .text($0) }),
                "csl": try reference.csl.map(Json.parse),
            ])
        }
    }

    static func told(_ told: Told) throws -> Json {
        try envelope(told.answer, told.rows) { .table(try part($0.part)) }
    }

    static func error(_ problem: Problem) -> Json {
        let start = problem.place?.before.utf8.count ?? 0
        return .table([
            "error": .table([
                "code": Json.orNull(problem.code),
                "text": .text(problem.message),
                "start": .number(Double(start)),
                "end": .number(Double(start + (problem.place?.meant.utf8.count ?? 0))),
                "expected": .list(problem.expected.map { .text($0) }),
                "nearest": Json.orNull(problem.suggestion),
            ])
        ])
    }

    private static func envelope<T>(
        _ answer: Answer, _ rows: [T], sources: [Source]? = nil, _ row: (T) throws -> Json
    ) throws -> Json {
        .table([
            "view": .table([
                "on": Json.orNull(answer.on),
                "known_on": Json.orNull(answer.knownOn),
                "lang": .text(answer.lang),
                "day": .text(answer.day),
            ]),
            "query": .table(["command": .text(answer.command), "text": .text(answer.text)]),
            "count": Json.count(answer.total),
            "row": .list(try rows.map(row)),
            "source": .list(try (sources ?? answer.source).map(source)),
            "note": .list(answer.note.map { .text($0) }),
            "empty": try answer.empty.map(empty) ?? .null,
        ])
    }

    private static func empty(_ empty: Empty) throws -> Json {
        .filled([
            "reason": .text(try empty.reason.word()),
            "text": .text(empty.text),
            "term": empty.term.map { .text($0) },
        ])
    }

    private static func record(_ truth: Truth, _ why: [Why], _ card: Card) throws -> [String: Json] {
        var made = try part(card.part)
        made["truth"] = .text(try truth.word())
        made["why"] = try Json.some(why) { .text(try $0.word()) }
        made["kind"] = .text(try card.kind.word())
        if !card.maybe.isEmpty {
            let paths = try card.maybe.map { doubt in
                (doubt.path, Json.list(try doubt.why.map { .text(try $0.word()) }))
            }
            made["maybe"] = .table(Dictionary(uniqueKeysWithValues: paths))
        }
        if let state = card.state { made["derived"] = .table(["state": .text(try state.word())]) }
        return made
    }

    private static func part(_ part: Part) throws -> [String: Json] {
        var made: [String: Json] = [:]
        for field in part.field { made[field.name] = try several(field.list, field.value, value) }
        made["cite"] = try Json.some(part.cite, citation)
        made["alternative"] = try Json.some(part.alternative, alternative)
        made["absent"] = try Json.some(part.absent, absent)
        return made
    }

    private static func several(_ list: Bool, _ values: [Value], _ one: (Value) throws -> Json) throws -> Json {
        list ? .list(try values.map(one)) : try values.first.map(one) ?? .null
    }

    private static func value(_ value: Value) throws -> Json {
        switch value {
        case .plain(let text): .text(text)
        case .word(let word, _): .text(word)
        case .texts(let text): texts(text)
        case .number(let number): .number(Double(number))
        case .flag(let flag): .flag(flag)
        case .date(let date): .text(date.text)
        case .quantity(let amount): .text(amount.text)
        case .link(let to): .text(to.id)
        case .concept(let term): .text(term.notation)
        case .nested(let inner): .table(try part(inner))
        }
    }

    /// The values of alternatives are texts, whatever they are of.
    private static func other(_ of: Value) throws -> Json {
        switch of {
        case .number(let number): .text(String(number))
        case .flag(let flag): .text(String(flag))
        default: try value(of)
        }
    }

    private static func alternative(_ of: Alternative) throws -> Json {
        .filled([
            "field": .text(of.field),
            "value": try several(of.list, of.value, other),
            "rank": try of.rank.map { .text(try $0.word()) },
            "reason": .text(of.reason),
            "against": Json.some(of.against) { .text($0) },
            "cite": try Json.some(of.cite, citation),
        ])
    }

    private static func absent(_ absent: Absent) throws -> Json {
        .filled([
            "field": .text(absent.field),
            "state": try absent.state.map { .text(try $0.word()) },
            "searched": absent.searched.map { .text($0) },
            "on": absent.on.map { .text($0) },
            "settle": absent.settle.map { .text($0) },
            "note": absent.note.map { .text($0) },
            "cite": try Json.some(absent.cite, citation),
        ])
    }

    private static func citation(_ cite: Citation) throws -> Json {
        .filled([
            "source": .text(cite.source),
            "at": cite.at.map { .text($0) },
            "fields": Json.some(cite.fields) { .text($0) },
            "basis": cite.basis == .stated ? nil : .text(try cite.basis.word()),
            "rule": cite.rule.map { .text($0) },
            "note": cite.note.map { .text($0) },
            "passage": cite.passage.map { .text($0) },
        ])
    }

    private static func source(_ source: Source) throws -> Json {
        .filled([
            "id": .text(source.id),
            "title": source.title.map(texts),
            "title_by": try source.titleBy.map { .text(try $0.word()) },
            "publisher": source.publisher.map(texts),
            "author": Json.some(source.author) { .text($0.id) },
            "issued": source.issued.map { .text($0.text) },
            "accessed": source.accessed.map { .text($0) },
            "url": source.url.map { .text($0) },
            "archived": source.archived.map { .text($0) },
            "copy": source.copy.map(copy),
            "language": source.language.map { .text($0) },
            "tier": try source.tier.map { .text(try $0.word()) },
            "read": try source.read.map { .text(try $0.word()) },
            "version": source.version.map { .text($0) },
            "licence": source.licence.map { .text($0) },
            "summary": source.summary.map(texts),
            "reviewed": Json.some(source.reviewed, review),
        ])
    }

    private static func copy(_ copy: ReadCopy) -> Json {
        .filled(["site": copy.site.map { .text($0) }, "url": copy.url.map { .text($0) }])
    }

    private static func review(_ review: Review) -> Json {
        .filled([
            "by": review.by.map { .text($0) },
            "on": review.on.map { .text($0) },
            "note": review.note.map(texts),
        ])
    }

    private static func coverage(_ of: Coverage) throws -> Json {
        .filled([
            "id": .text(of.id),
            "what": .text(of.what),
            "announced": .text(of.announced),
            "held": Json.count(of.held),
            "maybe": Json.count(of.maybe),
            "missing": of.missing.map(Json.count),
            "query": .text(of.query),
            "cite": try Json.some(of.cite, citation),
        ])
    }

    private static func line(_ line: BriefLine) throws -> Json {
        .filled([
            "truth": .text(try line.truth.word()),
            "why": try Json.some(line.why) { .text(try $0.word()) },
            "lead": .text(line.lead),
            "text": .text(line.text),
            "id": .text(line.id),
            "cite": .list(try line.cite.map(citation)),
        ])
    }

    private static func match(_ found: Match) -> Json {
        var spans: [Json] = []
        var at = 0
        for piece in found.piece {
            let end = at + piece.text.utf8.count
            if piece.hit { spans.append(.table(["start": .number(Double(at)), "end": .number(Double(end))])) }
            at = end
        }
        return .table([
            "score": Json.count(found.score),
            "text": .text(found.piece.map(\.text).joined()),
            "span": .list(spans),
        ])
    }

    private static func texts(_ text: LocalText) -> Json { .table(text.all.mapValues { .text($0) }) }
}

struct Missing: Error {
    let id: String
}

extension Json {
    static func filledTable(_ pairs: [String: Json?]) -> [String: Json] { pairs.compactMapValues { $0 } }
}
