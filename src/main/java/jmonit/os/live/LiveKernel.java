package jmonit.os.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import jmonit.os.Kernel;

/** Asks the running kernel for its names. */
public final class LiveKernel {

    private static final Path NAMES = Path.of("/proc/sys/kernel");

    public Kernel kernel() throws IOException {
        return new Kernel(read("ostype"), read("osrelease"), read("version"), machine());
    }

    /** Kernels before 6.1 do not tell it there. */
    private static String machine() throws IOException {
        if (Files.exists(NAMES.resolve("arch"))) {
            return read("arch");
        }
        String machine = System.getProperty("os.arch");
        return machine.equals("amd64") ? "x86_64" : machine;
    }

    private static String read(String name) throws IOException {
        try {
            return new String(Files.readAllBytes(NAMES.resolve(name)), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw Failure.to("read the name of the kernel from", NAMES.resolve(name).toString(), e);
        }
    }
}
