package jmonit.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A file the console is made of. Kept compressed, which is how nearly everybody takes it. */
record Asset(String type, String tag, byte[] packed) {

    /** No folder, no dots: a name from outside never leaves the folder of the console. */
    private static final Pattern NAME = Pattern.compile("[a-z]{1,32}\\.(html|css|js|svg)");
    private static final Pattern UNWANTED = Pattern.compile("gzip *; *q=0(\\.0*)?");

    /** Empty where the console has no such file. */
    static Optional<Asset> load(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in = Asset.class.getResourceAsStream("/console/" + name)) {
            return in == null ? Optional.empty() : Optional.of(of(name, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " of the console cannot be read", e);
        }
    }

    private static Asset of(String name, byte[] content) throws IOException {
        return new Asset(type(name.substring(name.indexOf('.') + 1)), tag(content), pack(content));
    }

    private static String type(String ending) {
        return switch (ending) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("no type for ." + ending);
        };
    }

    /** Weak: the same for the compressed form and the plain one. */
    private static String tag(byte[] content) {
        try {
            return "W/\"" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] pack(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /** Asked for anew each time, which costs a few bytes where nothing changed, and shows a new version at once. */
    Response answer(Status status, Headers asked) {
        var headers = List.of(new Header("ETag", tag), new Header("Cache-Control", "private, no-cache"), new Header("Vary", "Accept-Encoding"));
        if (status == Status.OK && asked.all("If-None-Match").stream().anyMatch(known -> known.contains(tag))) {
            return Response.of(Status.NOT_MODIFIED, type, new byte[0]).with(headers);
        }
        return (takesPacked(asked) ? Response.of(status, type, packed).with(List.of(new Header("Content-Encoding", "gzip")))
                : Response.of(status, type, unpacked())).with(headers);
    }

    private static boolean takesPacked(Headers asked) {
        return asked.all("Accept-Encoding").stream().flatMap(line -> List.of(line.split(",")).stream()).map(String::strip)
                .anyMatch(coding -> coding.startsWith("gzip") && !UNWANTED.matcher(coding).matches());
    }

    byte[] unpacked() {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("what was packed can be unpacked", e);
        }
    }
}
