package jmonit.os;

/** What the kernel calls itself, as uname(2) tells it: "Linux", "6.1.0", "#1 SMP", "x86_64". */
public record Kernel(String name, String release, String version, String machine) {
}
