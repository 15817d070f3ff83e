package jmonit.model;

import java.time.Duration;

/** An ICMP echo test. {@code source} is empty where the machine may choose. */
public record Ping(Family family, int count, int size, ResponseTime response, Duration timeout, String source) {
}
