import Foundation

extension PartnershipError: LocalizedError, CustomStringConvertible {
    /// What is wrong, where, and what would be right.
    public var details: Problem {
        switch self {
        case .Question(let problem), .Id(let problem), .Value(let problem), .Internal(let problem): problem
        case .Dataset(let problem, _): problem
        }
    }

    /// What is wrong: the input in backticks, what it is not, what was expected.
    public var message: String { details.message }

    /// Where something is wrong.
    public var place: Place? { details.place }

    /// The nearest value that is accepted.
    public var suggestion: String? { details.suggestion }

    /// The message.
    public var errorDescription: String? { message }

    /// What to write or do instead, in words.
    public var recoverySuggestion: String? { details.help }

    /// The message.
    public var description: String { message }
}
