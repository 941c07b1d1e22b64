package io.guildhall.domain.directory;

/** How far an agent goes on by itself, as it says itself. */
public enum AutonomyLevel {
    /** A person looks at each step. */
    SUPERVISED,
    /** A person looks at what comes out. */
    SEMI_AUTONOMOUS,
    /** Nobody looks before others do. */
    AUTONOMOUS
}
