import Foundation
import Partnership
import Testing

/// The questions of `tests/vectors/`, which every surface answers alike.
@Suite struct VectorsTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../../tests/vectors").standardizedFileURL

    static func questions() throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return names.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".answer.json") }.sorted()
    }

    @Test func everyAnswerIsThatOfTheCore() throws {
        let names = try Self.questions()
        #expect(names.count >= 100)
        let dataset = try Dataset.embedded()
        for name in names {
            let question = try Json.read(Self.folder.appendingPathComponent(name))["question"] ?? .null
            let file = name.replacingOccurrences(of: ".json", with: ".answer.json")
            let wanted = try Json.read(Self.folder.appendingPathComponent(file))
            let found = try answer(dataset, question)
            #expect(wanted.difference(to: found) == nil, "\(name)")
        }
    }

    private func answer(_ dataset: Dataset, _ question: Json) throws -> Json {
        let view = try dataset.view(
            on: question["on"]?.string, knownOn: question["known_on"]?.string, lang: question["lang"]?.string ?? "en")
        do {
            let (command, text) = (question["command"]?.string ?? "", question["text"]?.string ?? "")
            if let meeting = question["for"]?.string {
                return try Rebuilt.told(view.briefFor(meeting: meeting, since: question["since"]?.string))
            }
            guard command == "commitments" else { return try ask(view, command, text) }
            return try Rebuilt.told(
                view.toldLedger(
                    text: text, dueBy: question["due_by"]?.string, overdue: question["overdue"] == .flag(true),
                    staleFor: question["stale_for"]?.string))
        } catch let error as PartnershipError {
            return Rebuilt.error(error.details)
        }
    }

    private func ask(_ view: DatasetView, _ command: String, _ text: String) throws -> Json {
        let ids = text.split(separator: " ").map(String.init)
        switch command {
        case "list": return try list(view, view.query(text: text, size: all))
        case "search": return try list(view, view.search(text: text, size: all))
        case "show": return try Rebuilt.show(view.show(ids: ids))
        case "timeline": return try Rebuilt.timeline(view.timeline(text: text, size: all))
        case "brief": return try Rebuilt.brief(view.brief())
        case "cite": return try Rebuilt.cite(view.cite(ids: ids))
        case "total": return try Rebuilt.told(view.total(text: text))
        case "rank": return try Rebuilt.told(view.rank(text: text))
        case "mirror": return try Rebuilt.told(view.mirror(text: text))
        case "figures": return try Rebuilt.told(view.figures(ids: ids))
        case "check": return try Rebuilt.told(check(view, text, ids))
        case "targets": return try Rebuilt.told(view.targets(text: text))
        case "implements": return try Rebuilt.told(view.implements(text: text))
        case "unserved": return try Rebuilt.told(view.unserved(text: text))
        case "lineage": return try Rebuilt.told(view.lineage(text: text))
        default: throw Unknown(command: command)
        }
    }

    private func check(_ view: DatasetView, _ text: String, _ ids: [String]) throws -> Told {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("source", 2): return try view.check(source: parts[1])
        case ("speaker", 2): return try view.check(speaker: parts[1])
        default: return try view.check(ids: ids)
        }
    }

    struct Unknown: Error {
        let command: String
    }

    private func list(_ view: DatasetView, _ rows: Rows) throws -> Json {
        try Rebuilt.list(rows, view.show(ids: rows.rows.map(\.id)))
    }
}
