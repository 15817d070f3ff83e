package jmonit.os;

import java.io.IOException;

/** What costs more to ask, or more rights, than the facts about a process. Exceptions are worded for the operator. */
public interface ProcessDetails {

    Owner owner(int pid) throws IOException;

    /** Bytes and calls since the process began. */
    Traffic traffic(int pid) throws IOException;

    /** How many files it has open. */
    long openFiles(int pid) throws IOException;

    /** How many files it may have open, or the largest number where there is no limit. */
    Limit openFilesLimit(int pid) throws IOException;

    /** Its SELinux or AppArmor label, empty where the kernel gives none. */
    String securityLabel(int pid);

    /** {@code soft} holds; the process itself may raise it up to {@code hard}. */
    record Limit(long soft, long hard) {
    }

    record Owner(long uid, long euid, long gid) {
    }

    record Traffic(Flow read, Flow written) {
    }

    /** {@code bytes} went through calls, {@code disk} of them, rounded to pages, to or from storage. */
    record Flow(long bytes, long disk, long calls) {
    }
}
