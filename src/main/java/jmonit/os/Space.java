package jmonit.os;

/** How full a filesystem is, in blocks of {@code blockSize} bytes; {@code available} is what is free for others than root. */
public record Space(long blockSize, long blocks, long free, long available, long inodes, long inodesFree) {
}
