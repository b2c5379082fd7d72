import Foundation

/// All rows as one page: `view.query(text: "kind:project", size: all)`.
public let all = Int32.max

/// Today where this device is, as days are written. The library itself reads no clock.
public func today(in calendar: Calendar = .current) -> String {
    day(Date(), in: calendar)
}

/// A day as it is written: `2025-10-25`.
private func day(_ date: Date, in calendar: Calendar) -> String {
    var gregorian = Calendar(identifier: .gregorian)
    gregorian.timeZone = calendar.timeZone
    let parts = gregorian.dateComponents([.year, .month, .day], from: date)
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
}

extension Dataset {
    /// A dataset from the bytes of a packed file (`NAME.partnership`).
    public static func load(bytes: Data) throws -> Dataset {
        try loadBytes(bytes: bytes)
    }

    /// A dataset from a packed file (`NAME.partnership`).
    public static func load(url: URL) throws -> Dataset {
        try load(path: url.path)
    }

    /// The dataset as it is asked: on a day of validity, as known on a day, in a language.
    ///
    /// Dates count by the day that they are in the calendar's time zone.
    public func view(
        on date: Date, knownOn: Date? = nil, lang: String = "en", in calendar: Calendar = .current
    ) throws -> DatasetView {
        try view(on: day(date, in: calendar), knownOn: knownOn.map { day($0, in: calendar) }, lang: lang)
    }
}
