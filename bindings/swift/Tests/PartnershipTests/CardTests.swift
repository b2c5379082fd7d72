import Foundation
import Partnership
import Testing

/// A card as an app would draw it, kept as a snapshot; `SNAPSHOTS=write` writes it anew.
@Suite struct CardTests {
    @Test func aCardDrawsEveryFieldWithItsSources() throws {
        let cards = try Dataset.embedded().view(lang: "ko").show(ids: ["kadif"])
        let drawn = try draw(#require(cards.rows.first), cards.answer)
        let kept = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Resources/card.txt")
        if ProcessInfo.processInfo.environment["SNAPSHOTS"] == "write" {
            try Data(drawn.utf8).write(to: kept)
        }
        #expect(try String(contentsOf: kept, encoding: .utf8) == drawn)
    }

    private func draw(_ card: Card, _ answer: Answer) throws -> String {
        var lines = ["\(card.name) (\(try card.kind.label(lang: "ko")) \(card.id))"]
        lines += fields(card.part, "  ")
        lines += card.coverage.map { "  \($0.what): \($0.announced), \($0.held) + \($0.missing ?? 0)" }
        lines += card.linkedFrom.map { "  <- \($0.name) (\($0.id))" }
        lines += answer.source.enumerated().map { "[\($0.offset + 1)] \($0.element.title?.shown ?? "")" }
        return lines.joined(separator: "\n") + "\n"
    }

    private func fields(_ part: Part, _ indent: String) -> [String] {
        part.field.flatMap { field in
            let marks = field.cite.map { "[\($0.number) \($0.at ?? "")]" }.joined()
            let shown = field.value.map { plain($0) }.filter { !$0.isEmpty }.joined(separator: "; ")
            let nested = field.value.flatMap { value in
                if case .nested(let inner) = value { fields(inner, indent + "  ") } else { [String]() }
            }
            let others = field.alternative.map { other in
                "\(indent)  | \(other.value.map { plain($0) }.joined(separator: "; ")) (\(other.reason))"
            }
            let first = ["\(indent)\(field.label):", shown, marks].filter { !$0.isEmpty }.joined(separator: " ")
            return [first] + nested + others
        }
    }

    private func plain(_ value: Value) -> String {
        switch value {
        case .plain(let text): text
        case .word(_, let label): label.shown
        case .texts(let text): text.shown
        case .number(let number): String(number)
        case .flag(let flag): String(flag)
        case .date(let date): date.text
        case .quantity(let amount): amount.shown
        case .link(let to): "\(to.name) (\(to.id))"
        case .concept(let term): term.name.shown
        case .nested: ""
        }
    }
}
