package jmonit.service;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import jmonit.model.Condition;
import jmonit.model.Digest;
import jmonit.model.Service;
import jmonit.os.Disk;
import jmonit.os.FileStatus;

/** Sums of files, computed anew only where a file is not what it was when it was last summed up. */
final class Checksums {

    static final String NOTE = "checksum";
    /** A file may be written twice within what its filesystem takes for one moment; FAT counts in steps of two seconds. */
    private static final Duration GRAIN = Duration.ofSeconds(3);
    private static final int BLOCK = 64 << 10;
    private static final int LITTLE = 4 << 10;

    private final Disk disk;

    Checksums(Disk disk) {
        this.disk = disk;
    }

    /** {@code note} is for the next look, empty where the sum may be out of date by then. */
    record Sum(String hex, String note) {
    }

    /** The one the rules of a service ask for. */
    static Optional<Digest> asked(Service service) {
        for (var rule : service.rules()) {
            switch (rule.when()) {
                case Condition.DiffersSum(Digest digest, _) -> {
                    return Optional.of(digest);
                }
                case Condition.Changed(String metric) when metric.startsWith("checksum.") -> {
                    return Optional.of(digest(metric));
                }
                case Condition.Unchanged(String metric) when metric.startsWith("checksum.") -> {
                    return Optional.of(digest(metric));
                }
                default -> {
                    // Asks about something else.
                }
            }
        }
        return Optional.empty();
    }

    private static Digest digest(String metric) {
        return Digest.valueOf(metric.substring("checksum.".length()));
    }

    Sum sum(String path, FileStatus status, Digest digest, String note, Instant now) throws IOException, InterruptedException {
        var print = print(status, digest);
        if (note.startsWith(print + "=")) {
            return new Sum(note.substring(print.length() + 1), note);
        }
        var hex = compute(path, status.size(), digest);
        return new Sum(hex, settled(status, now) ? print + "=" + hex : "");
    }

    private static String print(FileStatus status, Digest digest) {
        var file = status.identity();
        return digest + ":" + file.device() + ":" + file.inode() + ":" + status.size() + ":" + Position.moment(status.modified()) + ":"
                + Position.moment(status.changed());
    }

    private static boolean settled(FileStatus status, Instant now) {
        return status.changed().isBefore(now.minus(GRAIN));
    }

    private String compute(String path, long size, Digest digest) throws IOException, InterruptedException {
        var sum = messageDigest(digest);
        var block = new byte[size < LITTLE ? LITTLE : BLOCK];
        try (var file = disk.open(path)) {
            long done = 0;
            for (int got = file.read(block, 0, block.length, 0); got > 0; got = file.read(block, 0, block.length, done)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while computing a checksum");
                }
                sum.update(block, 0, got);
                done += got;
            }
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    private static MessageDigest messageDigest(Digest digest) {
        try {
            return MessageDigest.getInstance(digest.algorithm());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + digest.algorithm(), e);
        }
    }
}
