import Foundation

extension Edtf {
    /// The first moment of the first day that the date may touch; none where it is open or not known.
    public func firstDay(in calendar: Calendar = .current) -> Date? {
        first.flatMap { moment($0, in: calendar) }
    }

    /// The first moment of the last day that the date may touch; none where it is open or not known.
    public func lastDay(in calendar: Calendar = .current) -> Date? {
        last.flatMap { moment($0, in: calendar) }
    }

    /// The first moment of the day, where the date is one day without a doubt.
    public func day(in calendar: Calendar = .current) -> Date? {
        exact && first == last ? firstDay(in: calendar) : nil
    }

    private func moment(_ day: String, in calendar: Calendar) -> Date? {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        var gregorian = Calendar(identifier: .gregorian)
        gregorian.timeZone = calendar.timeZone
        return gregorian.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
    }
}

extension Amount {
    /// The exact number, without its hedge; none where the text is no number.
    public var decimal: Decimal? {
        number.flatMap { Decimal(string: $0, locale: Locale(identifier: "en_US_POSIX")) }
    }
}

extension LocalText {
    /// The text in a language, by its tag; none where it is not held in it.
    public subscript(lang: String) -> String? { all[lang] }
}

extension Part {
    /// The field of a name, if it is filled.
    public subscript(name: String) -> Field? { field.first { $0.name == name } }
}

extension Card {
    /// The field of a name, if it is filled.
    public subscript(name: String) -> Field? { part[name] }
}

extension Answer {
    /// The source of a citation of this answer.
    public subscript(citation: Citation) -> Source? {
        let at = Int(citation.number) - 1
        return source.indices.contains(at) ? source[at] : nil
    }
}
