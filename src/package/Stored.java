import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies jars into a folder without compressing what is in them: {@code Stored FOLDER JAR…}. Run by {@code build} from its source. */
final class Stored {

    private Stored() {
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        for (String jar : List.of(arguments).subList(1, arguments.length)) {
            copy(Path.of(jar), folder.resolve(Path.of(jar).getFileName()));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var in = new ZipFile(from.toFile()); var out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry : in.stream().filter(e -> !e.isDirectory()).toList()) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(stored(entry, content));
                out.write(content);
                out.closeEntry();
            }
        }
    }

    private static ZipEntry stored(ZipEntry entry, byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        var stored = new ZipEntry(entry.getName());
        stored.setTimeLocal(entry.getTimeLocal());
        stored.setSize(content.length);
        stored.setCrc(sum.getValue());
        return stored;
    }
}
