package jmonit.model;

/** Whether a service is monitored after a reboot of the machine. */
public enum OnReboot {
    START, NOSTART, LASTSTATE
}
