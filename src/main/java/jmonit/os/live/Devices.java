package jmonit.os.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The numbers of devices, as the kernel packs them. */
final class Devices {

    private Devices() {
    }

    /** Zero for what is no device or not there. */
    static long number(Path path) {
        try {
            return (long) Files.getAttribute(path, "unix:rdev");
        } catch (IOException e) {
            // Not there, such as "/dev/root", which some kernels name in the mount table.
            return 0;
        }
    }

    static long major(long number) {
        return number >>> 8 & 0xfff | number >>> 32 & ~0xfffL;
    }

    static long minor(long number) {
        return number & 0xff | number >>> 12 & ~0xffL & 0xffffffffL;
    }
}
