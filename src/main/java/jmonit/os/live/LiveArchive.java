package jmonit.os.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import jmonit.os.Archive;

/** A file of this machine. A channel, which closes itself when its thread is interrupted: so each thread opens its own. */
final class LiveArchive implements Archive {

    /** The JDK keeps a direct buffer of this size for each thread that reads or writes. */
    private static final int PORTION = 64 << 10;

    private final String path;
    private final FileChannel channel;

    LiveArchive(String path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    @Override
    public int read(byte[] into, int length, long position) throws IOException {
        int done = 0;
        try {
            while (done < length) {
                int got = channel.read(portion(into, done, length), position + done);
                if (got <= 0) {
                    return done;
                }
                done += got;
            }
            return done;
        } catch (IOException e) {
            throw Failure.to("read", path, e);
        }
    }

    @Override
    public void write(byte[] from, int length, long position) throws IOException {
        int done = 0;
        try {
            while (done < length) {
                done += channel.write(portion(from, done, length), position + done);
            }
        } catch (IOException e) {
            throw Failure.to("write", path, e);
        }
    }

    private static ByteBuffer portion(byte[] bytes, int from, int to) {
        return ByteBuffer.wrap(bytes, from, Math.min(to - from, PORTION));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // Nothing is buffered, so nothing is lost.
        }
    }
}
