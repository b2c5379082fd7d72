import Partnership

// How long the first answer takes in a fresh process, and how long a page of 50 rows.
let clock = ContinuousClock()

func milliseconds(_ time: Duration) -> Double {
    let (seconds, atto) = time.components
    return Double(seconds) * 1e3 + Double(atto) / 1e15
}

let first = try clock.measure {
    _ = try Dataset.embedded().view().query(text: "id:kadif")
}
let view = try Dataset.embedded().view()
var times: [Double] = []
for _ in 0..<200 {
    let time = try clock.measure {
        let page = try view.query(text: "kind:project OR kind:event", size: 50)
        precondition(page.rows.count == 50)
    }
    times.append(milliseconds(time))
}
print("first-answer-ms \(milliseconds(first))")
print("page-of-50-ms \(times.sorted()[100])")
