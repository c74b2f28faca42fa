#pragma once

#include "testsshd.h"

/// A server with accounts of its own, in a mount namespace: "rhpw" (password right-Pass1, sudo with it), "rhfree" (sudo without), "rhno" (no
/// sudo). Nothing of the machine is changed; it writes down every password that it is given. Needs root.
class TestAccounts
{
public:
    static bool isPossible();

    bool start(const QByteArray &password = "right-Pass1");
    /// What it was given so far, by "sshd" or "sudo", one each line.
    QByteArrayList received(const QString &service) const;
    /// The same address, another host key.
    bool reinstall();
    const TestSshd &sshd() const { return m_sshd; }
    QByteArray log() const { return m_sshd.log(); }
    QString home(const QString &user) const { return m_sshd.folder() + QStringLiteral("/homes/") + user; }

    /// Processes whose command line or environment contains `secret`.
    static int processesShowing(const QByteArray &secret);
    static QStringList filesContaining(const QString &folder, const QByteArray &secret);

private:
    bool startServer();

    TestSshd m_sshd;
};
