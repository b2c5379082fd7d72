// swift-tools-version: 6.0
import Foundation
import PackageDescription

// Beside an xcframework (`cargo xtask bindings swift --xcframework`) the package needs nothing else; without one the
// library is found by the linker, as on Linux.
let framework = "PartnershipFFI.xcframework"
let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
let isPacked = FileManager.default.fileExists(atPath: here.appendingPathComponent(framework).path)

let package = Package(
    name: "Partnership",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "Partnership", targets: ["Partnership"])],
    targets: [
        isPacked
            ? .binaryTarget(name: "PartnershipFFI", path: framework)
            : .systemLibrary(name: "PartnershipFFI"),
        .target(name: "Partnership", dependencies: ["PartnershipFFI"]),
        .testTarget(
            name: "PartnershipTests", dependencies: ["Partnership"], exclude: ["Resources"]),
    ],
    swiftLanguageModes: [.v6]
)
