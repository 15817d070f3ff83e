package jmonit.service;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32C;

import jmonit.os.Disk.Opened;
import jmonit.os.FileStatus;

/** Reads a log line by line into searches; owned by one look. */
final class LogReader {

    private static final int BLOCK = 256 << 10;
    private static final int LONGEST_LINE = 1 << 20;
    /** How many bytes at the begin and before a position tell one content from another. */
    private static final int PRINTED = 64;

    private final Opened file;
    private final Finding finding;
    private byte[] block = new byte[0];
    private int filled;
    private long offset;
    private boolean inside;

    LogReader(Opened file, Finding finding) {
        this.file = file;
        this.finding = finding;
    }

    /** What is searched for, and where it is written down. */
    record Finding(Searches searches, Map<Integer, Hits> hits) {

        void lines(byte[] text, int from, int to) {
            searches.lines(text, from, to, hits);
        }

        void line(byte[] text, int from, int to) {
            searches.line(text, from, to, hits);
        }
    }

    /** Reads the whole lines of a file between a position and its end, and tells where to go on when it has grown. */
    Position read(Position from, FileStatus status) throws IOException, InterruptedException {
        offset = from.offset();
        inside = from.inside();
        read(status.size());
        return new Position(status.identity(), offset, inside, print(file, offset), Position.look(status));
    }

    private void read(long end) throws IOException, InterruptedException {
        block = new byte[(int) Math.clamp(end - offset, 1, BLOCK)];
        while (offset + filled < end) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while reading a log");
            }
            int got = file.read(block, filled, (int) Math.min(block.length - filled, end - offset - filled), offset + filled);
            if (got <= 0) {
                return;
            }
            filled += got;
            take(got);
        }
    }

    private void take(int fresh) {
        int end = endOfLines(filled - fresh);
        if (end > 0) {
            finding.lines(block, inside ? firstLine() : 0, end);
            inside = false;
            forget(end);
        } else if (filled == LONGEST_LINE) {
            giveUpLine();
        } else if (filled == block.length) {
            block = Arrays.copyOf(block, Math.min(2 * block.length, LONGEST_LINE));
        }
    }

    /** Behind the last line feed that is not before {@code from}, 0 where there is none. */
    private int endOfLines(int from) {
        int i = filled;
        while (i > from && block[i - 1] != '\n') {
            i--;
        }
        return i > from ? i : 0;
    }

    private int firstLine() {
        int i = 0;
        while (block[i] != '\n') {
            i++;
        }
        return i + 1;
    }

    /** The begin of an endless line stands for all of it. */
    private void giveUpLine() {
        if (!inside) {
            finding.line(block, 0, filled);
        }
        inside = true;
        forget(filled);
    }

    private void forget(int count) {
        System.arraycopy(block, count, block, 0, filled - count);
        offset += count;
        filled -= count;
    }

    /** A print of what stands before a position: its first and its last bytes. */
    static String print(Opened file, long position) throws IOException {
        var bytes = new byte[2 * PRINTED];
        int length = (int) Math.min(position, PRINTED);
        int got = file.read(bytes, 0, length, 0);
        got += file.read(bytes, got, length, position - length);
        var sum = new CRC32C();
        sum.update(bytes, 0, got);
        return Long.toHexString(sum.getValue()) + "/" + got;
    }
}
