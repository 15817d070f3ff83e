package jmonit.config;

import java.net.Inet6Address;
import java.util.regex.Pattern;

/** Addresses and networks of an allow list, as far as their spelling tells. */
final class Networks {

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";
    private static final String DOTTED = BYTE + "(?:\\." + BYTE + "){3}";
    private static final Pattern NUMERIC = Pattern.compile("[\\d.]+");
    private static final Pattern IPV4 = Pattern.compile(DOTTED);

    /** As inet_aton(3) reads them; one number alone is none in a control file. */
    private static final Pattern SHORT = Pattern.compile(BYTE + "(?:\\." + BYTE + "){1,2}");
    private static final Pattern IPV4_MASK = Pattern.compile(DOTTED + "|0*(?:[12]?\\d|3[0-2])");
    private static final Pattern IPV6_MASK = Pattern.compile("\\d?\\d|1[01]\\d|12[0-8]");

    private Networks() {
    }

    /** What is made of digits and dots, has a colon or a mask, must be an address or a network; anything else may be a name. */
    static boolean valid(String spec) {
        return isAddress(spec) || spec.indexOf('/') < 0 && spec.indexOf(':') < 0 && !NUMERIC.matcher(spec).matches();
    }

    /** An address or a network. */
    static boolean isAddress(String spec) {
        int slash = spec.indexOf('/');
        if (slash < 0) {
            return ipv4(spec) || SHORT.matcher(spec).matches() || ipv6(spec);
        }
        String address = spec.substring(0, slash);
        String mask = spec.substring(slash + 1);
        return ipv4(address) && IPV4_MASK.matcher(mask).matches() || ipv6(address) && IPV6_MASK.matcher(mask).matches();
    }

    private static boolean ipv4(String text) {
        return IPV4.matcher(text).matches();
    }

    private static boolean ipv6(String text) {
        // A scope would be looked up among the interfaces of this machine.
        String address = text.split("%", 2)[0];
        if (address.indexOf(':') < 0) {
            return false;
        }
        try {
            return Inet6Address.ofLiteral(address) != null;
        } catch (IllegalArgumentException e) {
            // No address: that is the answer.
            return false;
        }
    }
}
