package jmonit.daemon;

import java.time.InstantSource;

import jmonit.os.Programs;
import jmonit.os.Ticker;

/** What actions need of the machine. */
public record Means(Programs programs, InstantSource clock, Ticker ticker) {
}
