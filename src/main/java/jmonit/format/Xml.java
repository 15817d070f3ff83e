package jmonit.format;

import java.io.IOException;

/**
 * Writes a document of ASCII only: what is beyond stands as a character reference, so the document is right whatever its bytes are taken
 * for. Characters that no document may have are left out.
 */
final class Xml {

    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private final Appendable out;

    Xml(Appendable out) {
        this.out = out;
    }

    Xml raw(String text) throws IOException {
        out.append(text);
        return this;
    }

    Xml open(String name) throws IOException {
        out.append('<').append(name).append('>');
        return this;
    }

    /** With an attribute. */
    Xml open(String name, String attribute, String value) throws IOException {
        out.append('<').append(name);
        return attribute(attribute, value).raw(">");
    }

    Xml attribute(String name, String value) throws IOException {
        out.append(' ').append(name).append("=\"");
        escaped(value);
        out.append('"');
        return this;
    }

    Xml close(String name) throws IOException {
        out.append("</").append(name).append('>');
        return this;
    }

    Xml element(String name, String text) throws IOException {
        open(name);
        escaped(text);
        return close(name);
    }

    Xml element(String name, long number) throws IOException {
        return element(name, Long.toString(number));
    }

    private void escaped(String text) throws IOException {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> letter(letter);
            }
        }
    }

    private void letter(int letter) throws IOException {
        if (letter > '~') {
            reference(letter);
        } else if (allowed(letter)) {
            out.append((char) letter);
        }
    }

    private void reference(int letter) throws IOException {
        if (allowed(letter)) {
            out.append("&#").append(Integer.toString(letter)).append(';');
        }
    }

    /** As XML 1.0 has it, without the controls it discourages. */
    private static boolean allowed(int letter) {
        return letter == '\n' || letter == '\r' || letter == '\t' || letter >= 0x10000
                || !Character.isISOControl(letter) && (letter < 0xD800 || letter > 0xDFFF) && letter < 0xFFFE;
    }

    /** Text as it is; what a section of text cannot hold stands between two of them. */
    Xml cdata(String name, String text) throws IOException {
        open(name);
        out.append(CDATA);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            if (letter > '~' && allowed(letter)) {
                out.append(CDATA_END);
                reference(letter);
                out.append(CDATA);
            } else if (text.startsWith(CDATA_END, i)) {
                out.append("]]").append(CDATA_END).append(CDATA).append('>');
                i += 2;
            } else {
                letter(letter);
            }
        }
        out.append(CDATA_END);
        return close(name);
    }
}
