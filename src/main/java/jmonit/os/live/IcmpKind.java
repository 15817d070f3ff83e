package jmonit.os.live;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** The numbers in which the two versions of ICMP differ. */
enum IcmpKind {
    V4(NativeSocket.INET, 1, 8, 0) {
        /** SOL_RAW. */
        @Override
        int filterLevel() {
            return 255;
        }

        /** A bit for each type that is not wanted, in the order of this machine's bytes: all but type 0. */
        @Override
        byte[] answersOnly() {
            return new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        }

        /** A raw socket shows the IP header, too; its lower half-byte counts words of four. */
        @Override
        int headerLength(byte[] packet) {
            return packet.length == 0 ? 0 : (packet[0] & 0xf) * 4;
        }
    },
    V6(NativeSocket.INET6, 58, (byte) 128, (byte) 129) {
        @Override
        int filterLevel() {
            return protocol();
        }

        /** Type 129 is bit 1 of the fifth word. */
        @Override
        byte[] answersOnly() {
            var blocked = new byte[32];
            Arrays.fill(blocked, (byte) 0xff);
            blocked[16] = (byte) 0xfd;
            return blocked;
        }

        @Override
        int headerLength(byte[] packet) {
            return 0;
        }
    };

    private final int family;
    private final int protocol;
    private final int request;
    private final int answer;

    IcmpKind(int family, int protocol, int request, int answer) {
        this.family = family;
        this.protocol = protocol;
        this.request = request;
        this.answer = answer;
    }

    static IcmpKind of(InetAddress address) {
        return address instanceof Inet6Address ? V6 : V4;
    }

    int family() {
        return family;
    }

    int protocol() {
        return protocol;
    }

    int request() {
        return request;
    }

    int answer() {
        return answer;
    }

    abstract int filterLevel();

    abstract byte[] answersOnly();

    abstract int headerLength(byte[] packet);
}
