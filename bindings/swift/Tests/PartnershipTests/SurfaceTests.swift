import Foundation
import Partnership
import Testing

@Suite struct SurfaceTests {
    let dataset = try! Dataset.embedded()

    @Test func aTypedProjectHasItsDatesSumsAndSources() throws {
        let page = try dataset.view().projects(filters: [.id(["kadif"])])
        let kadif = try #require(page.rows.first)
        #expect(kadif.name?["ko"] == "한-아세안 디지털 혁신 플래그십")
        #expect(kadif.form == .project)
        #expect(kadif.budget.first?.amount.first?.decimal == Decimal(30_000_000))
        #expect(kadif.span?.last == "2029-12-31")
        let cite = try #require(kadif.cite.first)
        #expect(page.answer[cite]?.id == cite.source)
    }

    @Test func filtersQueriesAndPagesAgree() throws {
        let view = try dataset.view()
        let typed = try view.projects(filters: [.pillar("B")], size: all).rows.map(\.id)
        let asked = try view.query(text: "kind:project pillar:B", size: all)
        #expect(asked.rows.map(\.id) == typed)
        var paged: [String] = []
        for start in stride(from: 0, to: asked.answer.total, by: 7) {
            paged += try view.query(text: "kind:project pillar:B", start: start, size: 7).rows.map(\.id)
        }
        #expect(paged == typed)
    }

    @Test func aPagePastTheEndIsEmptyANegativeOneIsRefused() throws {
        let view = try dataset.view()
        let past = try view.query(text: "kind:project", start: all, size: all)
        #expect(past.rows.isEmpty && past.answer.total > 0 && past.answer.empty == nil)
        for (start, size) in [(Int32(-1), Int32(1)), (0, 0), (0, -1), (.min, .min)] {
            #expect(throws: PartnershipError.self) { try view.query(text: "", start: start, size: size) }
        }
    }

    @Test func anErrorHasItsMessagePlaceAndSuggestion() throws {
        let view = try dataset.view()
        do {
            _ = try view.query(text: "한국 piller:B")
            Issue.record("it was taken")
        } catch let error as PartnershipError {
            #expect(error.message.contains("`piller`"))
            #expect(error.localizedDescription == error.message)
            #expect(error.suggestion == "pillar")
            #expect(error.place?.before == "한국 ")
            #expect(error.place?.meant == "piller")
        }
        #expect(throws: PartnershipError.self) { try dataset.view(on: "2024-13-01") }
        #expect(throws: PartnershipError.self) { try dataset.view(lang: "한국어!") }
        #expect(try explain(code: "p0204").code == "P0204")
    }

    @Test func whatIsNoDatasetIsRefused() throws {
        for bytes in ["", "{}", "\0", "{\"format\":\"9.0\"}\n", String(repeating: "[", count: 100_000)] {
            #expect(throws: PartnershipError.self) { try Dataset.load(bytes: Data(bytes.utf8)) }
        }
        #expect(throws: PartnershipError.self) { try Dataset.load(url: URL(fileURLWithPath: "/none.partnership")) }
    }

    @Test func hostileTextIsAText() throws {
        let view = try dataset.view()
        let long = String(repeating: "a", count: 1_000_000)
        for text in ["\0", "\u{202E}" + String(repeating: "x", count: 5_000), "((((((", "\"", long, "🇰🇷"] {
            _ = try view.search(text: text)
            do { _ = try view.query(text: text) } catch PartnershipError.Question {}
            #expect(throws: PartnershipError.self) { try view.show(ids: [text]) }
        }
    }

    @Test func viewsHideWhatWasNotSo() throws {
        var seoul = Calendar(identifier: .gregorian)
        seoul.timeZone = TimeZone(secondsFromGMT: 9 * 3600)!
        let day = try #require(Edtf(text: "", first: "2025-10-26", last: nil, exact: true).firstDay(in: seoul))
        #expect(try dataset.view(on: day, in: seoul).query(text: "member:asean").answer.total == 11)
        #expect(try dataset.view(on: day - 1, in: seoul).query(text: "member:asean").answer.total == 10)
        let early = try dataset.view(knownOn: "2000-01-01").query(text: "id:kadif")
        #expect(early.answer.empty?.reason == .notKnownYet)
    }

    @Test func everyWordHasItsLabelInEnglishAndKorean() throws {
        for list in try wordLists() {
            for word in list.word {
                #expect(word.label["en"]?.isEmpty == false && word.label["ko"]?.isEmpty == false)
            }
        }
        #expect(try PartyForm.forum.label(lang: "ko") == "회의체")
        for term in try dataset.view(lang: "ko").concepts(serves: "theme") {
            #expect(term.name.shown == term.name["ko"] ?? term.name["en"])
        }
    }

    @Test func aSearchMarksWhatItFound() throws {
        let row = try #require(try dataset.view().search(text: "디지털").rows.first)
        let hits = row.found?.piece.filter(\.hit).map(\.text) ?? []
        #expect(hits.contains { $0.contains("디지털") })
    }

    @Test func tenThousandPanicsAreOrdinaryErrors() throws {
        for _ in 0..<10_000 {
            do {
                try dataset.panicForTests()
                Issue.record("no panic")
            } catch PartnershipError.Internal(let problem) {
                if !problem.message.contains("index out of bounds") { Issue.record("\(problem.message)") }
            }
        }
        #expect(try dataset.view().show(ids: ["kadif"]).rows.first?.id == "kadif")
    }

    @Test func eightThreadsShareOneObject() async throws {
        let view = try dataset.view()
        let ask: @Sendable () throws -> Rows = { try view.query(text: "kind:project pillar:B funder:akcf", size: 1) }
        let wanted = try ask()
        let same = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { try (0..<1_000).allSatisfy { _ in try ask() == wanted } }
            }
            return try await group.reduce(true) { $0 && $1 }
        }
        #expect(same)
    }
}
