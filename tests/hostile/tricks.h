#pragma once

#include "hostileserver.h"

#include <QRandomGenerator>
#include <QString>

namespace rayhelm {

/// One thing that the other end does: an answer of one program or address of the VM.
struct Trick {
    QString name;    ///< says it all: "17: pods, name climbs"
    QByteArray file; ///< "pods", "logs", "helm-history" ...: what a program prints; empty: it is an answer over http
    QByteArray text;
    QByteArray how;  ///< "", "endless", "slow", "fails"
    QByteArray path; ///< of an answer over http
    Lie lie;
};

/// Makes tricks by a grammar: the same seed, the same tricks. `picture` is a file of this computer that markup names, `trap` a port that
/// nobody may be led to.
class Tricks
{
public:
    Tricks(quint32 seed, QString picture, quint16 trap);

    /// The tricks of the list of faults that were found, each once.
    QList<Trick> known();
    Trick next();
    /// What a server can say before the login.
    static QByteArrayList banners(const QString &picture, const QString &knownHosts);

private:
    QString hostileName();
    QString hostileText();
    QByteArray value(); ///< JSON
    QByteArray pod();
    QByteArray list(const QByteArray &items) const;
    QByteArray spoiled(const QByteArray &honest, Trick &trick);
    Trick ofFile(const QByteArray &file);
    Trick ofAddress();
    QByteArray jobs(int count);
    int below(int bound) { return int(m_random.bounded(bound)); }

    QRandomGenerator m_random;
    QString m_picture;
    quint16 m_trap;
    int m_number = 0;
};

/// A text as JSON writes it.
QByteArray quoted(const QString &text);

} // namespace rayhelm
