package io.guildhall.architecture;

/** A Maven module and the package that all its classes lie below. */
enum Module {
    DOMAIN("domain", "io.guildhall.domain"),
    APPLICATION("application", "io.guildhall.application"),
    WIRE("wire", "io.guildhall.wire"),
    REST("adapters-rest", "io.guildhall.rest"),
    WEB("adapters-web", "io.guildhall.web"),
    PERSISTENCE("adapters-persistence", "io.guildhall.persistence"),
    PAYMENTS("adapters-payments", "io.guildhall.payments"),
    MESSAGING("adapters-messaging", "io.guildhall.messaging"),
    QUALITY("adapters-quality", "io.guildhall.quality"),
    CHAIN("adapters-chain", "io.guildhall.chain"),
    GITHUB("adapters-github", "io.guildhall.github"),
    BOOTSTRAP("bootstrap", "io.guildhall.bootstrap");

    private final String folder;
    private final String rootPackage;

    Module(String folder, String rootPackage) {
        this.folder = folder;
        this.rootPackage = rootPackage;
    }

    String folder() {
        return folder;
    }

    /** In ArchUnit's form, with everything below. */
    String packages() {
        return rootPackage + "..";
    }

    boolean holds(String packageName) {
        return packageName.equals(rootPackage) || packageName.startsWith(rootPackage + ".");
    }
}
