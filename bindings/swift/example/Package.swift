// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "Example",
    platforms: [.macOS(.v12)],
    dependencies: [.package(name: "Partnership", path: "..")],
    targets: [
        .executableTarget(name: "Example", dependencies: [.product(name: "Partnership", package: "Partnership")]),
        .executableTarget(name: "Bench", dependencies: [.product(name: "Partnership", package: "Partnership")]),
    ],
    swiftLanguageModes: [.v6]
)
