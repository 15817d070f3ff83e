package jmonit.os.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import jmonit.os.Disk.Opened;

/** A file of this machine while it is read. */
final class OpenFile implements Opened {

    /** Each thread that reads keeps a direct buffer of this size, through which the bytes come. */
    private static final int PORTION = 64 << 10;

    private final String path;
    private final FileChannel channel;

    OpenFile(String path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    @Override
    public int read(byte[] into, int offset, int length, long position) throws IOException {
        int done = 0;
        while (done < length) {
            int got = portion(ByteBuffer.wrap(into, offset + done, Math.min(length - done, PORTION)), position + done);
            if (got <= 0) {
                return done;
            }
            done += got;
        }
        return done;
    }

    private int portion(ByteBuffer room, long position) throws IOException {
        try {
            return channel.read(room, position);
        } catch (IOException e) {
            throw Failure.to("read", path, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
