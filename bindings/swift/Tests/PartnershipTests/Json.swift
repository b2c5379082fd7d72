import Foundation

/// A value of JSON, to compare.
indirect enum Json: Equatable, Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([Json])
    case table([String: Json])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let table = try? value.decode([String: Json].self) {
            self = .table(table)
        } else if let list = try? value.decode([Json].self) {
            self = .list(list)
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else {
            self = .number(try value.decode(Double.self))
        }
    }

    static func read(_ url: URL) throws -> Json {
        try JSONDecoder().decode(Json.self, from: Data(contentsOf: url))
    }

    static func parse(_ text: String) throws -> Json {
        try JSONDecoder().decode(Json.self, from: Data(text.utf8))
    }

    subscript(key: String) -> Json? {
        if case .table(let table) = self { table[key] } else { nil }
    }

    var string: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// Where another value differs first, and how: the whole of two answers is too long to be read.
    func difference(to other: Json, at path: String = "") -> String? {
        switch (self, other) {
        case (.table(let own), .table(let others)):
            for name in Set(own.keys).union(others.keys).sorted() {
                guard let value = own[name], let otherValue = others[name] else {
                    let held = own[name] == nil ? "not wanted" : "wanted"
                    return "\(path)/\(name): \(held)"
                }
                if let found = value.difference(to: otherValue, at: "\(path)/\(name)") { return found }
            }
            return nil
        case (.list(let own), .list(let others)):
            for (at, (value, otherValue)) in zip(own, others).enumerated() {
                if let found = value.difference(to: otherValue, at: "\(path)/\(at)") { return found }
            }
            return own.count == others.count ? nil : "\(path): \(own.count) wanted, \(others.count) found"
        default:
            return self == other ? nil : "\(path): \(self) wanted, \(other) found"
        }
    }

    /// A table, without what is not there.
    static func filled(_ pairs: [String: Json?]) -> Json {
        .table(pairs.compactMapValues { $0 })
    }

    static func count(_ number: Int32) -> Json { .number(Double(number)) }

    static func orNull(_ text: String?) -> Json { text.map { .text($0) } ?? .null }

    /// A list, or nothing where it has no values.
    static func some<T>(_ values: [T], _ one: (T) throws -> Json) rethrows -> Json? {
        values.isEmpty ? nil : .list(try values.map(one))
    }
}
