package jmonit.os.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jmonit.os.Mount;

/** The text of /proc/self/mounts, where blanks within a name are written as "\040". */
final class MountTable {

    private MountTable() {
    }

    static List<Mount> of(String text) {
        return text.lines().map(line -> line.split(" ")).filter(words -> words.length >= 4)
                .map(words -> new Mount(plain(words[0]), plain(words[1]), words[2], plain(words[3]))).toList();
    }

    private static String plain(String word) {
        if (word.indexOf('\\') < 0) {
            return word;
        }
        var from = word.getBytes(StandardCharsets.UTF_8);
        var to = new ByteArrayOutputStream();
        for (var i = 0; i < from.length; i++) {
            if (escape(from, i)) {
                to.write(Integer.parseInt(new String(from, i + 1, 3, StandardCharsets.US_ASCII), 8));
                i += 3;
            } else {
                to.write(from[i]);
            }
        }
        return to.toString(StandardCharsets.UTF_8);
    }

    private static boolean escape(byte[] text, int at) {
        return text[at] == '\\' && at + 3 < text.length && octal(text[at + 1]) && octal(text[at + 2]) && octal(text[at + 3]);
    }

    private static boolean octal(byte digit) {
        return digit >= '0' && digit <= '7';
    }
}
