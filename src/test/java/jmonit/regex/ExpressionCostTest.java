package jmonit.regex;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A thousand servers may answer in the same moment, and the answer of each is held against an expression of its own. */
class ExpressionCostTest {
    private static final int TIMES = 100;
    private static final byte[] ANSWER = "220 mail.example.org ESMTP Postfix".getBytes(US_ASCII);

    @Test
    void holdingOneAnswerAgainstAShortExpressionLeavesLittleGarbage() {
        holdAll();
        long before = allocated();

        holdAll();

        long each = (allocated() - before) / TIMES;
        assertTrue(each < 20_000, () -> each + " bytes for each answer");
    }

    private static void holdAll() {
        for (var i = 0; i < TIMES; i++) {
            assertTrue(((Expression) Expression.parse("^220 .*Post(fix|master)")).matches(ANSWER, 0, ANSWER.length));
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
