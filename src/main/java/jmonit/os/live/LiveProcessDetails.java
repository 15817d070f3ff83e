package jmonit.os.live;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import jmonit.os.FileStatus;
import jmonit.os.ProcessDetails;

/** Details as /proc tells them; those of other users need root. */
public final class LiveProcessDetails implements ProcessDetails {

    /** A kernel without such a module refuses to read the file at all: ours is as good as any. */
    private final boolean labels = readable("/proc/self/attr/current");

    private static boolean readable(String path) {
        try {
            ProcFile.text(path);
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    @Override
    public Owner owner(int pid) throws IOException {
        var status = read(pid, "status");
        var users = words(status, "Uid:");
        return new Owner(Long.parseLong(users[0]), Long.parseLong(users[1]), Long.parseLong(words(status, "Gid:")[0]));
    }

    @Override
    public Traffic traffic(int pid) throws IOException {
        var io = "\n" + read(pid, "io");
        return new Traffic(new Flow(number(io, "\nrchar:"), number(io, "\nread_bytes:"), number(io, "\nsyscr:")),
                new Flow(number(io, "\nwchar:"), number(io, "\nwrite_bytes:"), number(io, "\nsyscw:")));
    }

    /** A newer kernel tells the number as the size of the directory, an older one has to be counted after. */
    @Override
    public long openFiles(int pid) throws IOException {
        var directory = "/proc/" + pid + "/fd";
        var size = directorySize(directory);
        return size > 0 ? size : Optional.ofNullable(new File(directory).list()).map(names -> (long) names.length)
                .orElseThrow(() -> Failure.to("list", directory, "permission denied"));
    }

    private static long directorySize(String directory) throws IOException {
        return Statx.of(directory).map(FileStatus::size).orElseThrow(() -> Failure.to("list", directory, "no such process"));
    }

    @Override
    public Limit openFilesLimit(int pid) throws IOException {
        var limits = words(read(pid, "limits"), "Max open files");
        return new Limit(limit(limits[0]), limit(limits[1]));
    }

    private static long limit(String written) {
        return written.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(written);
    }

    @Override
    public String securityLabel(int pid) {
        try {
            return labels ? read(pid, "attr/current").replace("\0", "").strip() : "";
        } catch (IOException none) {
            return "";
        }
    }

    private static String read(int pid, String name) throws IOException {
        var path = "/proc/" + pid + "/" + name;
        try {
            return ProcFile.text(path);
        } catch (IOException e) {
            throw Failure.to("read", path, denied(e) ? "permission denied" : "no such process");
        }
    }

    /** Java has one exception for all that may go wrong when a file is opened, and words inside. */
    private static boolean denied(IOException e) {
        return String.valueOf(e.getMessage()).contains("ermission denied");
    }

    private static long number(String text, String label) throws IOException {
        var from = text.indexOf(label) + label.length();
        var end = text.indexOf('\n', from);
        if (from < label.length() || end < 0) {
            throw missing(label);
        }
        // A blank stands before it.
        return Long.parseLong(text, from + 1, end, 10);
    }

    private static IOException missing(String label) {
        return new IOException("no line " + label.strip() + " in what the kernel tells about the process");
    }

    private static String[] words(String text, String label) throws IOException {
        var start = text.indexOf(label);
        if (start < 0) {
            throw missing(label);
        }
        var end = text.indexOf('\n', start + label.length());
        // Blanks and tabs between them; one character to split at needs no pattern.
        var words = text.substring(start + label.length(), end < 0 ? text.length() : end).replace('\t', ' ').split(" ");
        return Arrays.stream(words).filter(word -> !word.isEmpty()).toArray(String[]::new);
    }
}
