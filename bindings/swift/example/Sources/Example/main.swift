import Partnership

// A timeline, a search and a record with its sources, as an app would show them.
let dataset = try Dataset.embedded()
let view = try dataset.view()

print("2024 and 2025")
for moment in try view.timeline(text: "kind:event,partnership date:2024..2025", size: 8).rows {
    print("  \(moment.date.text)  \(moment.label): \(moment.said)")
}

let found = try dataset.view(lang: "ko").search(text: "청소년", size: 3)
print("\n청소년: \(found.answer.total)")
for row in found.rows {
    let text = (row.found?.piece ?? []).map { $0.hit ? "[\($0.text)]" : $0.text }.joined()
    print("  \(row.name) (\(try row.kind.label(lang: "ko")))\n    \(text)")
}

let page = try view.projects(filters: [.id(["kadif"])])
for project in page.rows {
    let sums = project.budget.flatMap(\.amount).map(\.shown).joined(separator: ", ")
    print("\n\(project.name?.shown ?? "")\n  \(project.summary?.shown ?? "")\n  \(project.span?.text ?? ""), \(sums)")
    for cite in project.cite {
        print("  [\(cite.number)] \(page.answer[cite]?.title?.shown ?? ""), \(cite.at ?? "")")
    }
}

do {
    _ = try view.query(text: "piller:B")
} catch let error as PartnershipError {
    print("\n\(error.message)\n  did you mean \(error.suggestion ?? "")?")
}
