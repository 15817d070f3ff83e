package jmonit.http;

/** How the server names itself: its product, such as {@code monit}, and the version, where the operator lets it be seen. */
public record Signature(String product, String version, boolean shown) {

    /** With the trailing blank that Monit leaves where it hides its version. */
    String text() {
        return product + " " + (shown ? version : "");
    }

    String footer() {
        return product.equals("monit")
                ? "<hr><a href='http://mmonit.com/monit/'><font size=-1>" + text() + "</font></a></body></html>\r\n"
                : "<hr><font size=-1>" + text() + "</font></body></html>\r\n";
    }
}
