package jmonit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the services of a far Monit, from its status document. */
final class Roster {

    private static final Pattern SERVICE = Pattern.compile("<service name=\"([^\"<>]*)\">");
    private static final Pattern GROUP = Pattern.compile("<servicegroup name=\"([^\"<>]*)\">(.*?)</servicegroup>", Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("<service>([^<>]*)</service>");

    private final Peer peer;

    Roster(Peer peer) {
        this.peer = peer;
    }

    /** Those of a group or, where it is empty, all. */
    List<String> names(String group) throws IOException {
        String document = peer.page("/_status2?format=xml").text();
        if (group.isEmpty()) {
            return found(SERVICE.matcher(document));
        }
        Matcher groups = GROUP.matcher(document);
        while (groups.find()) {
            if (plain(groups.group(1)).equalsIgnoreCase(group)) {
                return found(MEMBER.matcher(groups.group(2)));
            }
        }
        return List.of();
    }

    private static List<String> found(Matcher names) {
        var found = new ArrayList<String>();
        while (names.find()) {
            found.add(plain(names.group(1)));
        }
        return found;
    }

    private static String plain(String xml) {
        return xml.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&");
    }
}
