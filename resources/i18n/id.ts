<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID">
<context>
    <name>AboutCard</name>
    <message>
        <source>About Perisai</source>
        <translation>Tentang Perisai</translation>
    </message>
    <message>
        <source>Version {version}. Free software under the Apache License 2.0.</source>
        <translation>Versi {version}. Perangkat lunak bebas dengan Apache License 2.0.</translation>
    </message>
    <message>
        <source>Licences of all parts</source>
        <translation>Lisensi semua bagian</translation>
    </message>
    <message>
        <source>Show the tour again</source>
        <translation>Tampilkan panduan lagi</translation>
    </message>
</context>
<context>
    <name>AccessActs</name>
    <message>
        <source>Was shown a record</source>
        <translation>Melihat data</translation>
    </message>
    <message>
        <source>Was shown a photo</source>
        <translation>Melihat foto</translation>
    </message>
    <message>
        <source>Was shown the queue</source>
        <translation>Melihat antrean</translation>
    </message>
    <message>
        <source>Searched for workers</source>
        <translation>Mencari peserta</translation>
    </message>
    <message>
        <source>Took approved work to the portal</source>
        <translation>Mengambil daftar untuk portal</translation>
    </message>
    <message>
        <source>Was shown of whom a laptop held data</source>
        <translation>Melihat data siapa saja yang ada di satu laptop</translation>
    </message>
    <message>
        <source>Took everything that is held about a person</source>
        <translation>Mengambil semua data satu orang</translation>
    </message>
    <message>
        <source>Erased data of a person</source>
        <translation>Menghapus data seseorang</translation>
    </message>
    <message>
        <source>Set how long data stay</source>
        <translation>Mengatur lama data disimpan</translation>
    </message>
    <message>
        <source>Took the ledger</source>
        <translation>Mengambil buku besar</translation>
    </message>
    <message>
        <source>Opened a record</source>
        <translation>Membuka data</translation>
    </message>
    <message>
        <source>Gave a record back</source>
        <translation>Melepas data</translation>
    </message>
    <message>
        <source>Took a record over</source>
        <translation>Mengambil alih data</translation>
    </message>
    <message>
        <source>Approved a record</source>
        <translation>Menyetujui data</translation>
    </message>
    <message>
        <source>Sent a record back</source>
        <translation>Mengembalikan data ke agen</translation>
    </message>
    <message>
        <source>Refused a record</source>
        <translation>Menolak data</translation>
    </message>
    <message>
        <source>Called a record a duplicate</source>
        <translation>Menandai data sebagai ganda</translation>
    </message>
    <message>
        <source>Took back that a record is a duplicate</source>
        <translation>Membatalkan tanda ganda</translation>
    </message>
    <message>
        <source>Approved a record as the first of two</source>
        <translation>Menyetujui data sebagai orang pertama</translation>
    </message>
    <message>
        <source>Refused a record as the first of two</source>
        <translation>Menolak data sebagai orang pertama</translation>
    </message>
    <message>
        <source>Did not agree to a colleague&apos;s decision</source>
        <translation>Tidak setuju dengan keputusan rekan</translation>
    </message>
    <message>
        <source>Took the own decision back</source>
        <translation>Menarik keputusannya sendiri</translation>
    </message>
    <message>
        <source>Said that two records are of two people</source>
        <translation>Menyatakan dua data milik dua orang</translation>
    </message>
    <message>
        <source>Said that two records are of one person</source>
        <translation>Menyatakan dua data milik satu orang</translation>
    </message>
    <message>
        <source>Had somebody else say whether it is one person</source>
        <translation>Meminta orang lain menilai apakah satu orang</translation>
    </message>
    <message>
        <source>Brought a participant number</source>
        <translation>Memasukkan KPJ</translation>
    </message>
    <message>
        <source>Brought the agency&apos;s refusal</source>
        <translation>Memasukkan penolakan BPJS Ketenagakerjaan</translation>
    </message>
    <message>
        <source>Said for whom money was paid</source>
        <translation>Menentukan uang ini untuk siapa</translation>
    </message>
    <message>
        <source>Matched a deposit</source>
        <translation>Mencocokkan setoran</translation>
    </message>
    <message>
        <source>Took records together</source>
        <translation>Mengumpulkan data untuk disetujui sekaligus</translation>
    </message>
    <message>
        <source>Approved records together</source>
        <translation>Menyetujui data sekaligus</translation>
    </message>
    <message>
        <source>Took back what was approved together</source>
        <translation>Membatalkan persetujuan sekaligus</translation>
    </message>
    <message>
        <source>What was approved together stands</source>
        <translation>Persetujuan sekaligus mulai berlaku</translation>
    </message>
    <message>
        <source>Took in the file of a laptop</source>
        <translation>Menerima berkas laptop</translation>
    </message>
    <message>
        <source>Handed workers over</source>
        <translation>Mengalihkan peserta ke agen lain</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Was locked after wrong passwords</source>
        <translation>Terkunci karena kata sandi salah</translation>
    </message>
    <message>
        <source>Added an account</source>
        <translation>Menambah akun</translation>
    </message>
    <message>
        <source>Suspended an account</source>
        <translation>Menangguhkan akun</translation>
    </message>
    <message>
        <source>Let a suspended account in again</source>
        <translation>Mengizinkan akun yang ditangguhkan masuk lagi</translation>
    </message>
    <message>
        <source>Gave an account a temporary password</source>
        <translation>Memberi akun kata sandi sementara</translation>
    </message>
    <message>
        <source>Chose a password of their own</source>
        <translation>Memilih kata sandi sendiri</translation>
    </message>
    <message>
        <source>Added a branch</source>
        <translation>Menambah cabang</translation>
    </message>
    <message>
        <source>Drafted the branch&apos;s settings</source>
        <translation>Membuat draf pengaturan cabang</translation>
    </message>
    <message>
        <source>Threw a draft of the settings away</source>
        <translation>Membuang draf pengaturan</translation>
    </message>
    <message>
        <source>Published the branch&apos;s settings</source>
        <translation>Menerbitkan pengaturan cabang</translation>
    </message>
    <message>
        <source>Set when it takes two people</source>
        <translation>Mengatur kapan perlu dua orang</translation>
    </message>
    <message>
        <source>Added an office</source>
        <translation>Menambah kantor</translation>
    </message>
    <message>
        <source>Added an agent</source>
        <translation>Menambah agen</translation>
    </message>
    <message>
        <source>Made a code for a laptop</source>
        <translation>Membuat kode perangkat</translation>
    </message>
    <message>
        <source>Registered a laptop</source>
        <translation>Mendaftarkan laptop</translation>
    </message>
    <message>
        <source>Paused or revoked a laptop, or let it work again</source>
        <translation>Menjeda, mencabut, atau mengaktifkan laptop</translation>
    </message>
    <message>
        <source>Asked for a laptop to be wiped</source>
        <translation>Meminta laptop dikosongkan</translation>
    </message>
    <message>
        <source>Took back that a laptop is to be wiped</source>
        <translation>Membatalkan pengosongan laptop</translation>
    </message>
    <message>
        <source>Agreed that a laptop is wiped</source>
        <translation>Menyetujui pengosongan laptop</translation>
    </message>
    <message>
        <source>Reported a laptop as lost</source>
        <translation>Melaporkan laptop hilang</translation>
    </message>
    <message>
        <source>Reported a laptop as found</source>
        <translation>Melaporkan laptop ditemukan</translation>
    </message>
    <message>
        <source>Answered a forgotten password</source>
        <translation>Menjawab permintaan lupa kata sandi</translation>
    </message>
    <message>
        <source>A laptop was wiped</source>
        <translation>Laptop dikosongkan</translation>
    </message>
    <message>
        <source>A laptop got new receipt numbers</source>
        <translation>Laptop mendapat nomor kuitansi baru</translation>
    </message>
    <message>
        <source>Read out a code for new receipt numbers</source>
        <translation>Memberi kode nomor kuitansi baru</translation>
    </message>
    <message>
        <source>Receipt numbers of a laptop were recognised</source>
        <translation>Nomor kuitansi laptop dikenali</translation>
    </message>
</context>
<context>
    <name>AccessCard</name>
    <message>
        <source>Who did it, when, and what can be asked about it.</source>
        <translation>Siapa, kapan, dan apa yang bisa ditanyakan tentangnya.</translation>
    </message>
    <message>
        <source>Choose a row</source>
        <translation>Pilih satu baris</translation>
    </message>
    <message>
        <source>What else this account did</source>
        <translation>Apa lagi yang dilakukan akun ini</translation>
    </message>
    <message>
        <source>The log holds numbers of records, never names or NIK of workers. Nobody can change it.</source>
        <translation>Catatan akses hanya memuat nomor data, tidak pernah nama atau NIK peserta. Tidak seorang pun bisa mengubahnya.</translation>
    </message>
    <message>
        <source>Number of the record</source>
        <translation>Nomor data</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Buka data</translation>
    </message>
    <message>
        <source>Who saw this person&apos;s data</source>
        <translation>Siapa yang melihat data orang ini</translation>
    </message>
    <message>
        <source>Save this person&apos;s data…</source>
        <translation>Simpan data orang ini…</translation>
    </message>
    <message>
        <source>Save this person&apos;s data</source>
        <translation>Simpan data orang ini</translation>
    </message>
    <message>
        <source>Personal data.zip</source>
        <translation>Data pribadi.zip</translation>
    </message>
</context>
<context>
    <name>AccessWays</name>
    <message>
        <source>read</source>
        <translation>dibaca</translation>
    </message>
    <message>
        <source>opened to decide</source>
        <translation>dibuka untuk diputuskan</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>dilepas</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>diambil alih</translation>
    </message>
    <message>
        <source>a decision declined</source>
        <translation>keputusan tidak disetujui</translation>
    </message>
    <message>
        <source>beside another record</source>
        <translation>di samping data lain</translation>
    </message>
    <message>
        <source>its money attributed</source>
        <translation>uangnya ditentukan</translation>
    </message>
</context>
<context>
    <name>Accesses</name>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Perbuatan</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Another act ({code})</source>
        <translation>Perbuatan lain ({code})</translation>
    </message>
    <message>
        <source>Records: {count}</source>
        <translation>Data: {count}</translation>
    </message>
    <message>
        <source>Terminal of the server</source>
        <translation>Terminal server</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>the signed day {day}</source>
        <translation>hari bertanda tangan {day}</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>baris {number}</translation>
    </message>
</context>
<context>
    <name>AccessesView</name>
    <message>
        <source>Who did and saw what</source>
        <translation>Siapa melakukan dan melihat apa</translation>
    </message>
    <message>
        <source>Data that were shown</source>
        <translation>Data yang ditampilkan</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Baris yang mana</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Tampilkan semua orang</translation>
    </message>
    <message>
        <source>Each time somebody is shown a record, a photo or a list, it is written here.</source>
        <translation>Setiap kali data, foto, atau daftar ditampilkan kepada seseorang, itu ditulis di sini.</translation>
    </message>
    <message>
        <source>Nothing was shown to anybody</source>
        <translation>Belum ada data yang ditampilkan</translation>
    </message>
    <message>
        <source>Further back</source>
        <translation>Lebih lama</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Muat ulang</translation>
    </message>
    <message>
        <source>open</source>
        <translation>buka</translation>
    </message>
    <message>
        <source>Keep the file safe, and delete it once it was handed over.</source>
        <translation>Jaga berkas ini, dan hapus setelah diserahkan.</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Tersimpan: {name}</translation>
    </message>
    <message>
        <source>Rows: {count}</source>
        <translation>Baris: {count}</translation>
    </message>
    <message>
        <source>About the person of record {record}</source>
        <translation>Tentang orang pada data {record}</translation>
    </message>
    <message>
        <source>By {name}</source>
        <translation>Oleh {name}</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Catatan akses</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>Choose an account</source>
        <translation>Pilih akun</translation>
    </message>
    <message>
        <source>How it stands, who made it, and what can be done.</source>
        <translation>Keadaannya, siapa yang membuatnya, dan apa yang bisa dilakukan.</translation>
    </message>
    <message>
        <source>How it stands, who made it, and who gave it its password.</source>
        <translation>Keadaannya, siapa yang membuatnya, dan siapa yang memberi kata sandinya.</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Temporary password…</source>
        <translation>Kata sandi sementara…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>Tangguhkan…</translation>
    </message>
    <message>
        <source>Let in again…</source>
        <translation>Izinkan masuk lagi…</translation>
    </message>
    <message>
        <source>A temporary password for {name}</source>
        <translation>Kata sandi sementara untuk {name}</translation>
    </message>
    <message>
        <source>Suspend {name}</source>
        <translation>Tangguhkan {name}</translation>
    </message>
    <message>
        <source>Let {name} in again</source>
        <translation>Izinkan {name} masuk lagi</translation>
    </message>
    <message>
        <source>Give the password</source>
        <translation>Berikan kata sandi</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Tangguhkan</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Izinkan masuk lagi</translation>
    </message>
    <message>
        <source>The password that the account has now is worth nothing any more.</source>
        <translation>Kata sandi akun yang sekarang tidak berlaku lagi.</translation>
    </message>
    <message>
        <source>Wherever it is signed in, it is signed out at once.</source>
        <translation>Di mana pun akun ini sedang masuk, ia dikeluarkan saat itu juga.</translation>
    </message>
    <message>
        <source>The new one serves for 7 days and for nothing but choosing another one, which only its holder knows.</source>
        <translation>Kata sandi sementara berlaku 7 hari dan hanya berguna untuk memilih kata sandi lain, yang diketahui pemiliknya saja.</translation>
    </message>
    <message>
        <source>Make sure that it is this person who asks for it.</source>
        <translation>Pastikan orang ini sendiri yang memintanya.</translation>
    </message>
    <message>
        <source>Nobody signs in with it until it is let in again.</source>
        <translation>Tidak ada yang bisa masuk dengan akun ini sampai diizinkan lagi.</translation>
    </message>
    <message>
        <source>What it decided stays; what waited for a second person is taken away.</source>
        <translation>Keputusannya tetap berlaku; yang menunggu orang kedua dibatalkan.</translation>
    </message>
    <message>
        <source>Where this person is an agent as well, the laptop goes on sending what was collected: pause it in Agents &amp; devices.</source>
        <translation>Jika orang ini juga agen, laptopnya tetap mengirim iuran yang sudah diterima: jeda laptopnya di Agen &amp; perangkat.</translation>
    </message>
    <message>
        <source>It signs in with the password that it had.</source>
        <translation>Akun ini masuk dengan kata sandi yang dulu.</translation>
    </message>
    <message>
        <source>Where somebody else may know that one, give it a temporary password as well.</source>
        <translation>Jika orang lain mungkin mengetahuinya, berikan juga kata sandi sementara.</translation>
    </message>
    <message>
        <source>The access log keeps that you did it, to whom and when.</source>
        <translation>Catatan akses mencatat bahwa Anda yang melakukannya, untuk akun siapa, dan kapan.</translation>
    </message>
    <message>
        <source>{name} has a temporary password.</source>
        <translation>{name} sudah mendapat kata sandi sementara.</translation>
    </message>
    <message>
        <source>{name} is suspended.</source>
        <translation>{name} ditangguhkan.</translation>
    </message>
    <message>
        <source>{name} may sign in again.</source>
        <translation>{name} boleh masuk lagi.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Terakhir masuk</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Dibuat oleh</translation>
    </message>
    <message>
        <source>never</source>
        <translation>belum pernah</translation>
    </message>
    <message>
        <source>Terminal of the server</source>
        <translation>Terminal server</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Ditangguhkan</translation>
    </message>
    <message>
        <source>Password lapsed</source>
        <translation>Sandi kedaluwarsa</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Terkunci</translation>
    </message>
    <message>
        <source>Temporary password</source>
        <translation>Kata sandi sementara</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Nobody signs in with it. What it did stays as it is.</source>
        <translation>Tidak ada yang bisa masuk dengan akun ini. Yang sudah dilakukannya tetap seperti apa adanya.</translation>
    </message>
    <message>
        <source>Its temporary password was not used in time and opens nothing: give it another one.</source>
        <translation>Kata sandi sementaranya tidak dipakai pada waktunya dan tidak berlaku lagi: berikan yang lain.</translation>
    </message>
    <message>
        <source>Too many wrong passwords: it opens by itself, within an hour at most, or with a temporary password.</source>
        <translation>Terlalu banyak kata sandi salah: terbuka sendiri paling lama dalam satu jam, atau dengan kata sandi sementara.</translation>
    </message>
    <message>
        <source>Somebody else gave its password: for 7 days it serves for nothing but choosing another one.</source>
        <translation>Kata sandinya diberikan orang lain: selama 7 hari gunanya hanya untuk memilih kata sandi lain.</translation>
    </message>
    <message>
        <source>Its holder signs in with a password of their own.</source>
        <translation>Pemiliknya masuk dengan kata sandinya sendiri.</translation>
    </message>
    <message>
        <source>This is your account: change your password in the rail; the rest somebody else does.</source>
        <translation>Ini akun Anda: ganti kata sandi lewat menu di kiri; selebihnya dilakukan orang lain.</translation>
    </message>
    <message>
        <source>Whoever runs the server made it: only they change it.</source>
        <translation>Akun ini dibuat pengelola server: hanya pengelola server yang mengubahnya.</translation>
    </message>
    <message>
        <source>All branches</source>
        <translation>Semua cabang</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Dibuat pada</translation>
    </message>
    <message>
        <source>Password given on</source>
        <translation>Kata sandi diberikan pada</translation>
    </message>
    <message>
        <source>Password given by</source>
        <translation>Kata sandi diberikan oleh</translation>
    </message>
</context>
<context>
    <name>AccountsView</name>
    <message>
        <source>Accounts of the branch</source>
        <translation>Akun cabang</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>Belum ada akun</translation>
    </message>
    <message>
        <source>Make the first one with Ctrl+N.</source>
        <translation>Buat yang pertama dengan Ctrl+N.</translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>Akun baru…</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Muat ulang</translation>
    </message>
    <message>
        <source>card</source>
        <translation>kartu</translation>
    </message>
    <message>
        <source>{count} accounts</source>
        <translation>{count} akun</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>who signs in at the branch&apos;s server</source>
        <translation>siapa saja yang masuk ke server cabang</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>AdjustmentDialog</name>
    <message>
        <source>Other movement of cash</source>
        <translation>Gerakan kas lain</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Kas awal</translation>
    </message>
    <message>
        <source>Surplus</source>
        <translation>Lebih</translation>
    </message>
    <message>
        <source>Shortage</source>
        <translation>Kurang</translation>
    </message>
    <message>
        <source>To the office</source>
        <translation>Ke kantor</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Pilih alasan</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>Jenis gerakan</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Cash in hand: {before} before, {after} after.</source>
        <translation>Kas di tangan: {before} sekarang, {after} sesudahnya.</translation>
    </message>
    <message>
        <source>Small change that you bring to begin with: cash in hand grows.</source>
        <translation>Uang kembalian yang Anda bawa untuk mulai: kas di tangan bertambah.</translation>
    </message>
    <message>
        <source>There is more than the records say: cash in hand grows.</source>
        <translation>Uangnya lebih dari catatan: kas di tangan bertambah.</translation>
    </message>
    <message>
        <source>There is less than the records say: cash in hand falls.</source>
        <translation>Uangnya kurang dari catatan: kas di tangan berkurang.</translation>
    </message>
    <message>
        <source>You give cash to the agents&apos; office: cash in hand falls.</source>
        <translation>Anda menyerahkan uang ke kantor agen: kas di tangan berkurang.</translation>
    </message>
</context>
<context>
    <name>AgentCard</name>
    <message>
        <source>Laptops</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>No laptop was enrolled yet.</source>
        <translation>Belum ada laptop yang didaftarkan.</translation>
    </message>
    <message>
        <source>Choose an agent</source>
        <translation>Pilih seorang agen</translation>
    </message>
    <message>
        <source>Numbers, laptops and what can be done.</source>
        <translation>Angka, laptop, dan apa yang bisa dilakukan.</translation>
    </message>
    <message>
        <source>Last heard of on {day}</source>
        <translation>Terakhir tersambung {day}</translation>
    </message>
    <message>
        <source>{count} records have not arrived</source>
        <translation>{count} catatan belum tiba</translation>
    </message>
</context>
<context>
    <name>AgentWindow</name>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Ready for work</source>
        <translation>Siap kerja</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Peserta</translation>
    </message>
    <message>
        <source>New enrolment</source>
        <translation>Daftar baru</translation>
    </message>
    <message>
        <source>Group enrolment</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Iuran</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sinkronisasi</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>Perbaikan</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Kas</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Check a receipt</source>
        <translation>Periksa kuitansi</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>PRACTICE · {title}</source>
        <translation>LATIHAN · {title}</translation>
    </message>
</context>
<context>
    <name>Agents</name>
    <message>
        <source>Agent</source>
        <translation>Agen</translation>
    </message>
    <message>
        <source>Cash in hand</source>
        <translation>Kas di tangan</translation>
    </message>
    <message>
        <source>Oldest cash</source>
        <translation>Kas terlama</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Tidak tersambung</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Belum tiba</translation>
    </message>
    <message>
        <source>New, 30 days</source>
        <translation>Baru, 30 hari</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 hari</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} hari</translation>
    </message>
    <message>
        <source>{returned} of {decided}</source>
        <translation>{returned} dari {decided}</translation>
    </message>
    <message>
        <source>New participants, 7 days</source>
        <translation>Peserta baru, 7 hari</translation>
    </message>
    <message>
        <source>New participants, 30 days</source>
        <translation>Peserta baru, 30 hari</translation>
    </message>
    <message>
        <source>Records, 7 days</source>
        <translation>Catatan, 7 hari</translation>
    </message>
    <message>
        <source>Records, 30 days</source>
        <translation>Catatan, 30 hari</translation>
    </message>
    <message>
        <source>Sent back, 30 days</source>
        <translation>Dikembalikan, 30 hari</translation>
    </message>
    <message>
        <source>Records not arrived</source>
        <translation>Catatan belum tiba</translation>
    </message>
    <message>
        <source>Receipt numbers missing</source>
        <translation>Nomor kuitansi belum tiba</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Hilang</translation>
    </message>
    <message>
        <source>To be wiped</source>
        <translation>Akan dihapus</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Bekerja</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Dijeda</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Dicabut</translation>
    </message>
    <message>
        <source>Wiped</source>
        <translation>Dihapus</translation>
    </message>
    <message>
        <source>Other state</source>
        <translation>Keadaan lain</translation>
    </message>
    <message>
        <source>It writes nothing more, sends what it has, and is wiped at a hello after that.</source>
        <translation>Laptop ini tidak mencatat lagi, mengirim yang masih ada, lalu dihapus saat tersambung sesudahnya.</translation>
    </message>
    <message>
        <source>It sends its records and receives news from the branch.</source>
        <translation>Mengirim catatannya dan menerima kabar dari cabang.</translation>
    </message>
    <message>
        <source>It sends its records and receives no personal data.</source>
        <translation>Mengirim catatannya dan tidak menerima data pribadi.</translation>
    </message>
    <message>
        <source>Reported lost or taken away: what it still sends is held until a person decides.</source>
        <translation>Dilaporkan hilang atau diambil: yang masih dikirimnya ditahan sampai petugas memutuskan.</translation>
    </message>
    <message>
        <source>Keys and data on it are destroyed; the branch has everything.</source>
        <translation>Kunci dan data di laptop ini sudah dimusnahkan; semuanya ada di cabang.</translation>
    </message>
    <message>
        <source>A newer program at the branch knows what this means.</source>
        <translation>Program yang lebih baru di cabang mengenal keadaan ini.</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Jeda…</translation>
    </message>
    <message>
        <source>Let it work again…</source>
        <translation>Izinkan bekerja lagi…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Cabut…</translation>
    </message>
    <message>
        <source>Report the loss…</source>
        <translation>Laporkan hilang…</translation>
    </message>
    <message>
        <source>Found again…</source>
        <translation>Ketemu lagi…</translation>
    </message>
    <message>
        <source>Wipe…</source>
        <translation>Hapus isinya…</translation>
    </message>
    <message>
        <source>Approve the wipe…</source>
        <translation>Setujui penghapusan…</translation>
    </message>
    <message>
        <source>Do not wipe…</source>
        <translation>Batal hapus…</translation>
    </message>
    <message>
        <source>Hand workers over…</source>
        <translation>Serahkan peserta…</translation>
    </message>
    <message>
        <source>Code for a new laptop…</source>
        <translation>Kode perangkat baru…</translation>
    </message>
    <message>
        <source>Laptop lost…</source>
        <translation>Laptop hilang…</translation>
    </message>
    <message>
        <source>Data on it…</source>
        <translation>Data di laptop…</translation>
    </message>
    <message>
        <source>New receipt numbers…</source>
        <translation>Nomor kuitansi baru…</translation>
    </message>
    <message>
        <source>Password forgotten…</source>
        <translation>Lupa kata sandi…</translation>
    </message>
    <message>
        <source>Pause laptop {device}</source>
        <translation>Jeda laptop {device}</translation>
    </message>
    <message>
        <source>Let laptop {device} work again</source>
        <translation>Izinkan laptop {device} bekerja lagi</translation>
    </message>
    <message>
        <source>Revoke laptop {device}</source>
        <translation>Cabut laptop {device}</translation>
    </message>
    <message>
        <source>Report the loss of laptop {device}</source>
        <translation>Laporkan laptop {device} hilang</translation>
    </message>
    <message>
        <source>Laptop {device} was found</source>
        <translation>Laptop {device} ketemu lagi</translation>
    </message>
    <message>
        <source>Wipe laptop {device}</source>
        <translation>Hapus isi laptop {device}</translation>
    </message>
    <message>
        <source>Approve the wipe of laptop {device}</source>
        <translation>Setujui penghapusan laptop {device}</translation>
    </message>
    <message>
        <source>Do not wipe laptop {device}</source>
        <translation>Batal menghapus laptop {device}</translation>
    </message>
    <message>
        <source>Hand workers over</source>
        <translation>Serahkan peserta</translation>
    </message>
    <message>
        <source>Code for a new laptop</source>
        <translation>Kode perangkat baru</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Let it work again</source>
        <translation>Izinkan bekerja lagi</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Cabut</translation>
    </message>
    <message>
        <source>Report and revoke</source>
        <translation>Lapor dan cabut</translation>
    </message>
    <message>
        <source>Take the report back</source>
        <translation>Tarik laporan</translation>
    </message>
    <message>
        <source>Have it wiped</source>
        <translation>Hapus isinya</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Setujui</translation>
    </message>
    <message>
        <source>Do not wipe</source>
        <translation>Batal hapus</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Serahkan</translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation>Buat kode</translation>
    </message>
    <message>
        <source>Its key no longer counts at once: it can record nothing more.</source>
        <translation>Kuncinya langsung tidak berlaku: laptop itu tidak bisa mencatat apa pun lagi.</translation>
    </message>
    <message>
        <source>From the report 3 × 24 hours run in which everybody whose data is on it has to be told.</source>
        <translation>Sejak laporan berjalan 3 × 24 jam untuk memberi tahu setiap orang yang datanya ada di laptop.</translation>
    </message>
    <message>
        <source>Nobody has to be told, and the clock stops.</source>
        <translation>Tidak ada yang perlu diberi tahu, dan waktunya berhenti.</translation>
    </message>
    <message>
        <source>It stays revoked until you let it work again.</source>
        <translation>Laptop tetap dicabut sampai Anda izinkan bekerja lagi.</translation>
    </message>
    <message>
        <source>At its next connection it writes nothing more and sends what it has.</source>
        <translation>Saat tersambung lagi, laptop tidak mencatat apa pun dan mengirim semua isinya.</translation>
    </message>
    <message>
        <source>Once nothing is missing at the branch, keys, data and photos on it are destroyed.</source>
        <translation>Begitu tidak ada yang kurang di cabang, kunci, data, dan foto di laptop dihancurkan.</translation>
    </message>
    <message>
        <source>Where something stays missing, two people have to approve.</source>
        <translation>Kalau ada yang tetap kurang, dua orang harus menyetujui.</translation>
    </message>
    <message>
        <source>With a second person&apos;s approval it is wiped whatever is missing.</source>
        <translation>Dengan persetujuan orang kedua, laptop dihapus walaupun ada yang kurang.</translation>
    </message>
    <message>
        <source>It has one day to send what waits. What has not come then is lost.</source>
        <translation>Laptop punya satu hari untuk mengirim yang tertunda. Yang belum tiba setelah itu hilang.</translation>
    </message>
    <message>
        <source>It works as its state says; approvals lapse.</source>
        <translation>Laptop bekerja sesuai keadaannya; persetujuan gugur.</translation>
    </message>
    <message>
        <source>Everybody whom this agent serves passes to the one you choose.</source>
        <translation>Semua peserta agen ini pindah ke agen yang Anda pilih.</translation>
    </message>
    <message>
        <source>The cards go to that agent at once; no cash moves.</source>
        <translation>Kartu peserta langsung dikirim ke agen itu; uang tidak berpindah.</translation>
    </message>
    <message>
        <source>The loss of laptop {device} is reported; it is revoked.</source>
        <translation>Laptop {device} dilaporkan hilang dan sudah dicabut.</translation>
    </message>
    <message>
        <source>Laptop {device} is no longer lost; it is still revoked.</source>
        <translation>Laptop {device} tidak hilang lagi; laptop masih dicabut.</translation>
    </message>
    <message>
        <source>Laptop {device} is to be wiped.</source>
        <translation>Isi laptop {device} akan dihapus.</translation>
    </message>
    <message>
        <source>Approved by {count} of {needed} people.</source>
        <translation>Disetujui {count} dari {needed} orang.</translation>
    </message>
    <message>
        <source>Laptop {device} is not to be wiped.</source>
        <translation>Laptop {device} tidak jadi dihapus.</translation>
    </message>
    <message>
        <source>{count} workers were handed over.</source>
        <translation>{count} peserta diserahkan.</translation>
    </message>
    <message>
        <source>Known to be on it and not at the branch: {count} records.</source>
        <translation>Diketahui ada di laptop ini dan belum sampai di cabang: {count} catatan.</translation>
    </message>
    <message>
        <source>Cash in hand of {agent} stays what it is: {cash}.</source>
        <translation>Kas di tangan {agent} tetap: {cash}.</translation>
    </message>
    <message>
        <source>It goes on sending and gets no personal data from the branch.</source>
        <translation>Laptop ini tetap mengirim dan tidak menerima data pribadi dari cabang.</translation>
    </message>
    <message>
        <source>You can let it work again at any time.</source>
        <translation>Anda bisa mengizinkannya bekerja lagi kapan saja.</translation>
    </message>
    <message>
        <source>It sends and receives as before.</source>
        <translation>Laptop ini mengirim dan menerima seperti semula.</translation>
    </message>
    <message>
        <source>Its key no longer counts: it can record nothing more.</source>
        <translation>Kuncinya tidak berlaku lagi: laptop ini tidak bisa mencatat apa pun lagi.</translation>
    </message>
    <message>
        <source>The branch was told</source>
        <translation>Cabang diberi tahu</translation>
    </message>
    <message>
        <source>Who takes the workers</source>
        <translation>Siapa yang menerima peserta</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>baru saja</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>1 jam lalu</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>{count} jam lalu</translation>
    </message>
    <message>
        <source>What it still sends is held, with its money, until a person decides.</source>
        <translation>Yang masih dikirimnya ditahan, beserta uangnya, sampai petugas memutuskan.</translation>
    </message>
    <message>
        <source>The code enrols one laptop of {agent}, once, within 3 days.</source>
        <translation>Kode ini mendaftarkan satu laptop {agent}, satu kali, dalam 3 hari.</translation>
    </message>
    <message>
        <source>Laptops of this agent so far: {count}. None of them changes.</source>
        <translation>Laptop agen ini sejauh ini: {count}. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Laptop {device} is paused.</source>
        <translation>Laptop {device} dijeda.</translation>
    </message>
    <message>
        <source>Laptop {device} works again.</source>
        <translation>Laptop {device} bekerja lagi.</translation>
    </message>
    <message>
        <source>Laptop {device} is revoked.</source>
        <translation>Laptop {device} dicabut.</translation>
    </message>
    <message>
        <source>Read it out or write it down: it is shown once.</source>
        <translation>Bacakan atau catat: kode ini hanya ditampilkan sekali.</translation>
    </message>
    <message>
        <source>Tell the people whose data is on it</source>
        <translation>Beri tahu orang yang datanya ada di laptop</translation>
    </message>
    <message>
        <source>A new laptop for the agent</source>
        <translation>Laptop baru untuk agen</translation>
    </message>
    <message>
        <source>Another agent takes the workers</source>
        <translation>Agen lain menerima peserta</translation>
    </message>
    <message>
        <source>The branch was told on {moment}.</source>
        <translation>Cabang diberi tahu {moment}.</translation>
    </message>
    <message>
        <source>It was told, and destroyed what it held.</source>
        <translation>Laptop sudah diberi tahu dan menghancurkan isinya.</translation>
    </message>
    <message>
        <source>Asked for. Whatever is missing: approved by {names} ({count} of {needed}).</source>
        <translation>Sudah diminta. Walaupun ada yang kurang: disetujui {names} ({count} dari {needed}).</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>It can record nothing more, and gets no data from the branch.</source>
        <translation>Laptop tidak bisa mencatat lagi dan tidak menerima data dari cabang.</translation>
    </message>
    <message>
        <source>At its next connection, once the branch has everything.</source>
        <translation>Saat tersambung lagi, begitu cabang punya semuanya.</translation>
    </message>
    <message>
        <source>A list with phone numbers, to be looked through and saved.</source>
        <translation>Daftar dengan nomor telepon, untuk diperiksa dan disimpan.</translation>
    </message>
    <message>
        <source>The agent works on with a one-time code.</source>
        <translation>Agen bekerja lagi dengan kode sekali pakai.</translation>
    </message>
    <message>
        <source>Only where the agent does not go on serving them.</source>
        <translation>Hanya kalau agen itu tidak melayani mereka lagi.</translation>
    </message>
    <message>
        <source>Tell the people until {moment}</source>
        <translation>Beri tahu mereka paling lambat {moment}</translation>
    </message>
    <message>
        <source>The 3 × 24 hours are over: tell them at once, and say why it is late.</source>
        <translation>Waktu 3 × 24 jam sudah lewat: beri tahu sekarang juga, dan jelaskan mengapa terlambat.</translation>
    </message>
    <message>
        <source>{days} days and {hours} hours are left (UU 27/2022, article 46).</source>
        <translation>Sisa {days} hari {hours} jam (UU 27/2022 pasal 46).</translation>
    </message>
</context>
<context>
    <name>AgentsView</name>
    <message>
        <source>Agents of the branch</source>
        <translation>Agen cabang</translation>
    </message>
    <message>
        <source>No agents yet</source>
        <translation>Belum ada agen</translation>
    </message>
    <message>
        <source>A branch administrator adds them in Accounts.</source>
        <translation>Admin cabang menambahkannya di Akun.</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Muat ulang</translation>
    </message>
    <message>
        <source>card</source>
        <translation>kartu</translation>
    </message>
    <message>
        <source>{count} agents · cash in hand {cash}</source>
        <translation>{count} agen · kas di tangan {cash}</translation>
    </message>
    <message>
        <source>Agents &amp; devices</source>
        <translation>Agen &amp; perangkat</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>per {day}</translation>
    </message>
</context>
<context>
    <name>AimDialog</name>
    <message>
        <source>Target and workers</source>
        <translation>Target dan jumlah pekerja</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>Tetapkan</translation>
    </message>
    <message>
        <source>for example BPS Sakernas</source>
        <translation>misalnya BPS Sakernas</translation>
    </message>
    <message>
        <source>It holds in each month from then on, until another one is set. 0 says that nothing is aimed at; an empty form changes nothing.</source>
        <translation>Target berlaku setiap bulan sejak bulan itu, sampai ada target baru. Angka 0 berarti tanpa target; kolom yang kosong tidak mengubah apa pun.</translation>
    </message>
    <message>
        <source>New participants a month</source>
        <translation>Peserta baru per bulan</translation>
    </message>
    <message>
        <source>Contributions a month</source>
        <translation>Iuran per bulan</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Berlaku mulai</translation>
    </message>
    <message>
        <source>Workers in the region</source>
        <translation>Jumlah pekerja di wilayah ini</translation>
    </message>
    <message>
        <source>Counted in the year</source>
        <translation>Data tahun</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>Sumber data</translation>
    </message>
    <message>
        <source>It is set, and written down who set it.</source>
        <translation>Sudah ditetapkan, dan dicatat siapa yang menetapkannya.</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Copy of the data</source>
        <translation>Cadangan data</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Pilih folder…</translation>
    </message>
    <message>
        <source>Best on a USB stick kept apart from the laptop. The copy is locked by your current password; the newest five are kept.</source>
        <translation>Paling baik di flashdisk yang disimpan terpisah dari laptop. Cadangan terkunci dengan kata sandi Anda saat ini; lima yang terbaru disimpan.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Newest copy</source>
        <translation>Cadangan terakhir</translation>
    </message>
    <message>
        <source>In it</source>
        <translation>Isinya</translation>
    </message>
    <message>
        <source>{count} entries, {size}</source>
        <translation>{count} catatan, {size}</translation>
    </message>
    <message>
        <source>The copy is made and was read back whole</source>
        <translation>Cadangan selesai dan terbaca utuh</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Dihentikan</translation>
    </message>
    <message>
        <source>Nothing of the copy is left; older ones stay.</source>
        <translation>Tidak ada sisa cadangan ini; cadangan lama tetap ada.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Menghentikan…</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Mulai…</translation>
    </message>
    <message>
        <source>Reading the copy back…</source>
        <translation>Memeriksa cadangan…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} dari {total}</translation>
    </message>
    <message>
        <source>Folder for copies, best on a USB stick</source>
        <translation>Folder cadangan, paling baik di flashdisk</translation>
    </message>
</context>
<context>
    <name>BranchCard</name>
    <message>
        <source>No decisions yet today.</source>
        <translation>Hari ini belum ada keputusan.</translation>
    </message>
    <message>
        <source>From the branch today</source>
        <translation>Dari cabang hari ini</translation>
    </message>
    <message>
        <source>Save the proofs…</source>
        <translation>Simpan bukti terima…</translation>
    </message>
    <message numerus="yes">
        <source>%n proof(s) saved</source>
        <translation>
            <numerusform>%n bukti tersimpan</numerusform>
        </translation>
    </message>
    <message>
        <source>Proofs of delivery</source>
        <translation>Bukti terima dari cabang</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Disetujui</translation>
    </message>
    <message>
        <source>Got a KPJ number</source>
        <translation>Mendapat nomor KPJ</translation>
    </message>
    <message>
        <source>Sent back to correct</source>
        <translation>Dikembalikan untuk diperbaiki</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Money to give back</source>
        <translation>Uang yang harus dikembalikan</translation>
    </message>
    <message>
        <source>Last confirmed by the branch</source>
        <translation>Terakhir diterima cabang</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum</translation>
    </message>
    <message>
        <source>Records in it</source>
        <translation>Catatan di dalamnya</translation>
    </message>
    <message>
        <source>Proof of delivery</source>
        <translation>Nomor bukti terkirim</translation>
    </message>
    <message>
        <source>Compared with the branch</source>
        <translation>Dicocokkan dengan cabang</translation>
    </message>
    <message>
        <source>Differs from the branch</source>
        <translation>Berbeda dengan cabang</translation>
    </message>
</context>
<context>
    <name>BranchFindings</name>
    <message>
        <source>What was found</source>
        <translation>Yang ditemukan</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Rupiah</source>
        <translation>Rupiah</translation>
    </message>
</context>
<context>
    <name>BranchSettings</name>
    <message>
        <source>Cash in hand: days until a warning</source>
        <translation>Kas di tangan: hari sampai diingatkan</translation>
    </message>
    <message>
        <source>Cash in hand: days until too old</source>
        <translation>Kas di tangan: hari sampai terlalu lama</translation>
    </message>
    <message>
        <source>Personal data kept on laptops, days</source>
        <translation>Data pribadi disimpan di laptop, hari</translation>
    </message>
    <message>
        <source>Stamp duty noted above, rupiah</source>
        <translation>Bea meterai disebut di atas, rupiah</translation>
    </message>
    <message>
        <source>Days before the 65th birthday</source>
        <translation>Hari sebelum ulang tahun ke-65</translation>
    </message>
    <message>
        <source>Participants with one phone</source>
        <translation>Peserta dengan satu nomor HP</translation>
    </message>
    <message>
        <source>Overdue months before a payment</source>
        <translation>Bulan tunggakan sebelum bayar</translation>
    </message>
    <message>
        <source>Enrolments in one hour</source>
        <translation>Pendaftaran dalam satu jam</translation>
    </message>
    <message>
        <source>Days until an entry is missing</source>
        <translation>Hari sampai catatan disebut hilang</translation>
    </message>
    <message>
        <source>Days until a photo is missing</source>
        <translation>Hari sampai foto disebut hilang</translation>
    </message>
    <message>
        <source>Voids of one agent</source>
        <translation>Pembatalan seorang agen</translation>
    </message>
    <message>
        <source>Voids in a hundred receipts</source>
        <translation>Pembatalan per seratus kuitansi</translation>
    </message>
    <message>
        <source>Commission: new, JKK+JKM, rupiah</source>
        <translation>Komisi: peserta baru JKK+JKM, rupiah</translation>
    </message>
    <message>
        <source>Commission: new, with JHT, rupiah</source>
        <translation>Komisi: peserta baru dengan JHT, rupiah</translation>
    </message>
    <message>
        <source>Commission: new ones needed in a month</source>
        <translation>Komisi: peserta baru sebulan, paling sedikit</translation>
    </message>
    <message>
        <source>Commission: first period, percent</source>
        <translation>Komisi: masa pertama, persen</translation>
    </message>
    <message>
        <source>First period: up to month</source>
        <translation>Masa pertama: sampai bulan ke</translation>
    </message>
    <message>
        <source>Commission: second period, percent</source>
        <translation>Komisi: masa kedua, persen</translation>
    </message>
    <message>
        <source>Second period: up to month</source>
        <translation>Masa kedua: sampai bulan ke</translation>
    </message>
    <message>
        <source>Commission: office, percent</source>
        <translation>Komisi: kantor, persen</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>Nomor telepon</translation>
    </message>
    <message>
        <source>Months that can be paid at once</source>
        <translation>Bulan yang bisa dibayar sekaligus</translation>
    </message>
    <message>
        <source>Relief for the village budget</source>
        <translation>Keringanan untuk anggaran desa</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Wajib</translation>
    </message>
    <message>
        <source>May be left empty</source>
        <translation>Boleh kosong</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Tidak ditanyakan</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Semua orang</translation>
    </message>
    <message>
        <source>Transport alone</source>
        <translation>Transportasi saja</translation>
    </message>
    <message>
        <source>All but transport</source>
        <translation>Selain transportasi</translation>
    </message>
    <message>
        <source>Not transport</source>
        <translation>Bukan transportasi</translation>
    </message>
    <message>
        <source>Transport sector</source>
        <translation>Sektor transportasi</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Pembukaan</translation>
    </message>
    <message>
        <source>Agreed to: enrolling and recording (must be)</source>
        <translation>Disetujui: pendaftaran dan pencatatan (wajib)</translation>
    </message>
    <message>
        <source>Agreed to: the branch&apos;s check (must be)</source>
        <translation>Disetujui: pemeriksaan cabang (wajib)</translation>
    </message>
    <message>
        <source>Agreed to: other programmes (may be refused)</source>
        <translation>Disetujui: program lain (boleh ditolak)</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>Pernyataan</translation>
    </message>
    <message>
        <source>a part of the text to read aloud</source>
        <translation>bagian dari bacaan persetujuan</translation>
    </message>
    <message>
        <source>A part of the settings is missing: {place}</source>
        <translation>Sebagian pengaturan tidak ada: {place}</translation>
    </message>
    <message>
        <source>The day from which it holds is over</source>
        <translation>Hari mulai berlakunya sudah lewat</translation>
    </message>
    <message>
        <source>Not filled in right: {place}</source>
        <translation>Belum diisi dengan benar: {place}</translation>
    </message>
    <message>
        <source>There is no table of contributions</source>
        <translation>Tidak ada tabel iuran</translation>
    </message>
    <message>
        <source>A table&apos;s name holds letters, digits, dots and dashes alone: {place}</source>
        <translation>Nama tabel hanya huruf, angka, titik, dan tanda hubung: {place}</translation>
    </message>
    <message>
        <source>The bracket numbers of table {place} are not 1, 2, 3 …</source>
        <translation>Nomor golongan tabel {place} bukan 1, 2, 3 …</translation>
    </message>
    <message>
        <source>Two tables are called {place}</source>
        <translation>Dua tabel bernama {place}</translation>
    </message>
    <message>
        <source>Table {place} ends before it begins</source>
        <translation>Tabel {place} berakhir sebelum mulai</translation>
    </message>
    <message>
        <source>Table {place} needs a last month</source>
        <translation>Tabel {place} perlu bulan terakhir</translation>
    </message>
    <message>
        <source>Table {place} begins while the one before holds</source>
        <translation>Tabel {place} mulai saat tabel sebelumnya masih berlaku</translation>
    </message>
    <message>
        <source>Before table {place} are months without a table</source>
        <translation>Sebelum tabel {place} ada bulan tanpa tabel</translation>
    </message>
    <message>
        <source>Table {place} is the newest and must not end</source>
        <translation>Tabel {place} paling baru dan tidak boleh berakhir</translation>
    </message>
    <message>
        <source>Table {place} is published and must stay as it is</source>
        <translation>Tabel {place} sudah terbit dan harus tetap</translation>
    </message>
    <message>
        <source>The incomes of table {place} do not rise from 0</source>
        <translation>Penghasilan di tabel {place} tidak naik dari 0</translation>
    </message>
    <message>
        <source>A relief&apos;s short name holds letters, digits, dots and dashes alone: {place}</source>
        <translation>Nama singkat keringanan hanya huruf, angka, titik, dan tanda hubung: {place}</translation>
    </message>
    <message>
        <source>Two reliefs are called {place}</source>
        <translation>Dua keringanan bernama {place}</translation>
    </message>
    <message>
        <source>A relief must leave less than the whole price</source>
        <translation>Keringanan harus kurang dari harga penuh</translation>
    </message>
    <message>
        <source>Relief {place} ends before it begins</source>
        <translation>Keringanan {place} berakhir sebelum mulai</translation>
    </message>
    <message>
        <source>Relief {place} is for nobody</source>
        <translation>Keringanan {place} tidak untuk siapa pun</translation>
    </message>
    <message>
        <source>Relief {place} leaves parts of a rupiah</source>
        <translation>Keringanan {place} menyisakan pecahan rupiah</translation>
    </message>
    <message>
        <source>Reliefs for the same people and months: {place}</source>
        <translation>Keringanan untuk orang dan bulan yang sama: {place}</translation>
    </message>
    <message>
        <source>Nobody knows this setting: {place}</source>
        <translation>Pengaturan ini tidak dikenal: {place}</translation>
    </message>
    <message>
        <source>The form has no such field: {place}</source>
        <translation>Formulir tidak punya isian ini: {place}</translation>
    </message>
    <message>
        <source>Must always be filled in: {place}</source>
        <translation>Harus selalu diisi: {place}</translation>
    </message>
    <message>
        <source>Goes with another field: {place}</source>
        <translation>Ikut isian lain: {place}</translation>
    </message>
    <message>
        <source>{place}: from {least} to {most}</source>
        <translation>{place}: dari {least} sampai {most}</translation>
    </message>
    <message>
        <source>Cash: the warning must come before the limit</source>
        <translation>Kas di tangan: peringatan harus sebelum batasnya</translation>
    </message>
    <message>
        <source>At least one number of months, at most 12</source>
        <translation>Paling sedikit satu pilihan bulan, paling banyak 12</translation>
    </message>
    <message>
        <source>The address on receipts is the server&apos;s</source>
        <translation>Alamat di kuitansi ditentukan server</translation>
    </message>
    <message>
        <source>The number to call is missing or too long</source>
        <translation>Nomor telepon kosong atau terlalu panjang</translation>
    </message>
    <message>
        <source>There are no occupations</source>
        <translation>Tidak ada pekerjaan</translation>
    </message>
    <message>
        <source>Too long: {place}</source>
        <translation>Terlalu panjang: {place}</translation>
    </message>
    <message>
        <source>Entries name this occupation, so it cannot go; say until when: {place}</source>
        <translation>Pekerjaan ini sudah dipakai, jadi tidak bisa dihapus; tentukan sampai kapan: {place}</translation>
    </message>
    <message>
        <source>Twice in the list: {place}</source>
        <translation>Dua kali di daftar: {place}</translation>
    </message>
    <message>
        <source>Another text to read aloud needs a new version</source>
        <translation>Teks lain untuk dibacakan perlu versi baru</translation>
    </message>
    <message>
        <source>The version of the text to read aloud holds letters, digits, dots and dashes alone</source>
        <translation>Versi teks untuk dibacakan hanya huruf, angka, titik, dan tanda hubung</translation>
    </message>
    <message>
        <source>The text to read aloud has no purposes</source>
        <translation>Teks untuk dibacakan tidak punya tujuan</translation>
    </message>
    <message>
        <source>until now: {value}</source>
        <translation>sampai kini: {value}</translation>
    </message>
    <message>
        <source>Table {name}</source>
        <translation>Tabel {name}</translation>
    </message>
    <message>
        <source>Relief {name}</source>
        <translation>Keringanan {name}</translation>
    </message>
    <message>
        <source>Target from {name}</source>
        <translation>Target sejak {name}</translation>
    </message>
    <message>
        <source>Occupation {name}</source>
        <translation>Pekerjaan {name}</translation>
    </message>
    <message>
        <source>Text to read aloud</source>
        <translation>Teks untuk dibacakan</translation>
    </message>
    <message>
        <source>{months}, {rows} brackets</source>
        <translation>{months}, {rows} golongan</translation>
    </message>
    <message>
        <source>{count} enrolled, {rupiah} collected</source>
        <translation>{count} peserta baru, {rupiah} terkumpul</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>months at full price: {count}</source>
        <translation>bulan dengan harga penuh: {count}</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>tanpa batas</translation>
    </message>
    <message>
        <source>offered until: {month}</source>
        <translation>ditawarkan sampai: {month}</translation>
    </message>
    <message>
        <source>{percent} % is paid</source>
        <translation>dibayar {percent} %</translation>
    </message>
    <message>
        <source>from {month} on</source>
        <translation>sejak {month}</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Yang berubah</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Nanti</translation>
    </message>
    <message>
        <source>Month and person</source>
        <translation>Bulan dan orang</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>Sampai kini</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>transportasi</translation>
    </message>
    <message>
        <source>others</source>
        <translation>lainnya</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Berlaku sejak</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>Diterbitkan oleh</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Berlaku</translation>
    </message>
    <message>
        <source>Waits for its day</source>
        <translation>Menunggu harinya</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Sudah lewat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Iuran months</source>
        <translation>Bulan iuran</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>{count} brackets</source>
        <translation>{count} golongan</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sektor</translation>
    </message>
    <message>
        <source>Offered until</source>
        <translation>Ditawarkan sampai</translation>
    </message>
    <message>
        <source>was: {names}</source>
        <translation>dulu: {names}</translation>
    </message>
</context>
<context>
    <name>BranchSettingsView</name>
    <message>
        <source>Fields</source>
        <translation>Isian</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Batas</translation>
    </message>
    <message>
        <source>Occupations</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Tariff</source>
        <translation>Iuran</translation>
    </message>
    <message>
        <source>Reliefs</source>
        <translation>Keringanan</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Yang ditampilkan</translation>
    </message>
    <message>
        <source>Published: {version}. Laptops fetch it with their next connection.</source>
        <translation>Terbit: {version}. Laptop mengambilnya saat tersambung berikutnya.</translation>
    </message>
    <message>
        <source>To read only: an administrator of the branch changes and publishes these settings.</source>
        <translation>Hanya untuk dibaca: admin cabang yang mengubah dan menerbitkan pengaturan ini.</translation>
    </message>
    <message>
        <source>Brackets of the new table</source>
        <translation>Golongan tabel baru</translation>
    </message>
    <message>
        <source>Branch settings</source>
        <translation>Pengaturan cabang</translation>
    </message>
    <message>
        <source>version {version} holds</source>
        <translation>versi {version} berlaku</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>something was found in it</source>
        <translation>ada temuan di dalamnya</translation>
    </message>
    <message>
        <source>the agent corrected it</source>
        <translation>agen membetulkannya</translation>
    </message>
    <message>
        <source>a colleague has it open</source>
        <translation>sedang dibuka rekan</translation>
    </message>
    <message>
        <source>the amount takes two reviewers</source>
        <translation>jumlahnya perlu dua Penyelia</translation>
    </message>
    <message>
        <source>it was decided meanwhile</source>
        <translation>sudah diputuskan</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Approve many at once</source>
        <translation>Setujui banyak sekaligus</translation>
    </message>
    <message>
        <source>Draw the sample</source>
        <translation>Undi contoh</translation>
    </message>
    <message>
        <source>{count} records · {rupiah}</source>
        <translation>{count} data · {rupiah}</translation>
    </message>
    <message>
        <source>Records of the list in which nothing was found. The branch draws some of them by chance; open those first. The approval stands ten minutes later; until then it can be undone.</source>
        <translation>Data di daftar ini yang tidak ada temuannya. Cabang mengundi beberapa di antaranya; buka dulu yang itu. Persetujuan berlaku sepuluh menit kemudian; sampai saat itu masih bisa diurungkan.</translation>
    </message>
    <message>
        <source>{seen} of {sample} of the sample were opened. Press one to open it.</source>
        <translation>{seen} dari {sample} contoh sudah dibuka. Tekan satu untuk membukanya.</translation>
    </message>
    <message>
        <source>Approve {count} in ten minutes</source>
        <translation>Setujui {count} dalam sepuluh menit</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>{approved} were approved. {out} fell out and wait for you as before.</source>
        <translation>{approved} disetujui. {out} keluar dan tetap menunggu Anda.</translation>
    </message>
    <message>
        <source>It stands now; close and open this window to see what became of each.</source>
        <translation>Sekarang berlaku; tutup dan buka jendela ini untuk melihat hasilnya.</translation>
    </message>
    <message>
        <source>It stands in {wait}. Until then nothing is approved, and the agents are told nothing.</source>
        <translation>Berlaku dalam {wait}. Sampai saat itu belum ada yang disetujui, dan agen belum diberi tahu.</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>sudah dibuka</translation>
    </message>
    <message>
        <source>to be opened</source>
        <translation>harus dibuka</translation>
    </message>
</context>
<context>
    <name>Bundle</name>
    <message>
        <source>Saving to the USB stick…</source>
        <translation>Menyimpan ke flashdisk…</translation>
    </message>
    <message>
        <source>Reading the answer…</source>
        <translation>Membaca jawaban…</translation>
    </message>
    <message>
        <source>Bringing the file to the branch…</source>
        <translation>Mengantarkan berkas ke cabang…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Tidak tersimpan</translation>
    </message>
    <message>
        <source>Answer not read</source>
        <translation>Jawaban tidak terbaca</translation>
    </message>
    <message>
        <source>File not taken in</source>
        <translation>Berkas tidak diterima</translation>
    </message>
    <message>
        <source>Saved to the USB stick</source>
        <translation>Tersimpan di flashdisk</translation>
    </message>
    <message>
        <source>Answer read</source>
        <translation>Jawaban sudah dibaca</translation>
    </message>
    <message>
        <source>The branch has the file</source>
        <translation>Cabang sudah menerima berkas</translation>
    </message>
    <message>
        <source>The sheet is on its way…</source>
        <translation>Lembar sedang disiapkan…</translation>
    </message>
    <message>
        <source>The sheet is at the printer.</source>
        <translation>Lembar sudah di printer.</translation>
    </message>
    <message>
        <source>The sheet is saved.</source>
        <translation>Lembar sudah disimpan.</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Uang kuitansi</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Uang dikembalikan</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>{count} in {actions} not yet sent · {size}</source>
        <translation>{count} dari {actions} yang belum terkirim · {size}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} dari {total}</translation>
    </message>
    <message>
        <source>Answers the file of</source>
        <translation>Jawaban untuk berkas</translation>
    </message>
    <message>
        <source>Entries that have arrived</source>
        <translation>Catatan yang baru sampai</translation>
    </message>
    <message>
        <source>Receipts in that file</source>
        <translation>Uang kuitansi di berkas itu</translation>
    </message>
    <message>
        <source>Decisions of the branch</source>
        <translation>Keputusan cabang</translation>
    </message>
    <message>
        <source>Settings of the branch</source>
        <translation>Pengaturan cabang</translation>
    </message>
    <message>
        <source>new ones came along</source>
        <translation>yang baru ikut datang</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>belum disimpan</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Saved there</source>
        <translation>Disimpan</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Nothing was waiting to be sent.</source>
        <translation>Tidak ada yang menunggu dikirim.</translation>
    </message>
    <message>
        <source>The branch can still put its answers on the stick in return for this file.</source>
        <translation>Dengan berkas ini cabang tetap bisa menaruh jawabannya di flashdisk.</translation>
    </message>
    <message>
        <source>Take the stick to the branch, or to a colleague who has a connection.</source>
        <translation>Bawa flashdisk ke cabang, atau ke teman yang punya sambungan.</translation>
    </message>
    <message>
        <source>Nobody on the way can read it. The work stays “not sent yet” here until the answer is read.</source>
        <translation>Yang membawa tidak bisa membaca isinya. Di sini tetap “Belum terkirim” sampai jawabannya dibaca.</translation>
    </message>
    <message>
        <source>The branch could not take a part of the file.</source>
        <translation>Cabang tidak bisa menerima sebagian berkas.</translation>
    </message>
    <message>
        <source>That part stays here, unsent. Call the branch; tell them: {reason}.</source>
        <translation>Bagian itu tetap di sini, belum terkirim. Hubungi cabang dan sebutkan: {reason}.</translation>
    </message>
    <message>
        <source>Earlier answers are still missing here.</source>
        <translation>Jawaban yang lebih awal belum ada di sini.</translation>
    </message>
    <message>
        <source>Read the older answer first, or save to the stick once more and take it there.</source>
        <translation>Baca dulu jawaban yang lebih lama, atau simpan lagi ke flashdisk dan bawa ke sana.</translation>
    </message>
    <message>
        <source>The branch has it all, and answers a part of it later.</source>
        <translation>Cabang sudah menerima semuanya, sebagian dijawab nanti.</translation>
    </message>
    <message>
        <source>Save to the stick once more another day to fetch the rest.</source>
        <translation>Simpan lagi ke flashdisk di hari lain untuk mengambil sisanya.</translation>
    </message>
    <message>
        <source>The branch has paused this laptop.</source>
        <translation>Cabang menjeda laptop ini.</translation>
    </message>
    <message>
        <source>What you saved has arrived; decisions come when it is let in again.</source>
        <translation>Yang Anda simpan sudah sampai; keputusan datang kalau jedanya dibuka.</translation>
    </message>
    <message>
        <source>There are more answers than fit into one file.</source>
        <translation>Jawabannya lebih banyak dari yang muat di satu berkas.</translation>
    </message>
    <message>
        <source>Save to the stick once more to fetch the rest.</source>
        <translation>Simpan lagi ke flashdisk untuk mengambil sisanya.</translation>
    </message>
    <message>
        <source>This answer was read before.</source>
        <translation>Jawaban ini sudah pernah dibaca.</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Everything in that file has arrived at the branch.</source>
        <translation>Semua isi berkas itu sudah sampai di cabang.</translation>
    </message>
    <message>
        <source>The signed answer is kept on this laptop as your proof.</source>
        <translation>Jawaban bertanda tangan disimpan di laptop ini sebagai bukti Anda.</translation>
    </message>
    <message>
        <source>The answer tells the laptop which part; it stays there, unsent.</source>
        <translation>Jawaban memberi tahu laptop bagian mana; bagian itu tetap di sana, belum terkirim.</translation>
    </message>
    <message>
        <source>The answer could not be saved beside the file.</source>
        <translation>Jawaban tidak bisa disimpan di sebelah berkas.</translation>
    </message>
    <message>
        <source>Save it on another stick: without it the laptop keeps waiting.</source>
        <translation>Simpan di flashdisk lain: tanpa itu laptop terus menunggu.</translation>
    </message>
    <message>
        <source>The answer lies beside the file: give the stick back.</source>
        <translation>Jawaban ada di sebelah berkas: kembalikan flashdisknya.</translation>
    </message>
    <message>
        <source>Only the laptop that it is for can read it.</source>
        <translation>Hanya laptop pemiliknya yang bisa membaca.</translation>
    </message>
</context>
<context>
    <name>BundleWindow</name>
    <message>
        <source>Mark of the file</source>
        <translation>Tanda berkas</translation>
    </message>
    <message>
        <source>The same stands on both hand-over sheets.</source>
        <translation>Tanda yang sama harus ada di kedua lembar serah terima.</translation>
    </message>
    <message>
        <source>Print the hand-over sheet</source>
        <translation>Cetak lembar serah terima</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Simpan PDF…</translation>
    </message>
    <message>
        <source>Save the answer…</source>
        <translation>Simpan jawaban…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Leave the stick where it is.</source>
        <translation>Jangan cabut flashdisk.</translation>
    </message>
    <message>
        <source>Hand-over sheet</source>
        <translation>Lembar serah terima</translation>
    </message>
    <message>
        <source>USB stick for the answer</source>
        <translation>Flashdisk untuk jawaban</translation>
    </message>
</context>
<context>
    <name>CaptureLine</name>
    <message>
        <source>Village, district or code</source>
        <translation>Desa, kecamatan, atau kode</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>Tempat pendaftaran</translation>
    </message>
    <message>
        <source>where you sit with the worker</source>
        <translation>tempat Anda duduk bersama peserta</translation>
    </message>
    <message>
        <source>Registered at {place}</source>
        <translation>Didaftarkan di {place}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Place of registration not given</source>
        <translation>Tempat pendaftaran belum diisi</translation>
    </message>
    <message>
        <source>Give it</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>No village of this name: pick one from the list, or leave it empty</source>
        <translation>Tidak ada desa dengan nama ini: pilih dari daftar, atau kosongkan</translation>
    </message>
</context>
<context>
    <name>CardLine</name>
    <message>
        <source>Read the KTP</source>
        <translation>Baca KTP</translation>
    </message>
    <message>
        <source>All of it is right</source>
        <translation>Semua sudah cocok</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Reading the KTP… you can go on typing.</source>
        <translation>KTP sedang dibaca… Anda bisa terus mengisi.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to compare</source>
        <translation>
            <numerusform>%n isian perlu dicocokkan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>read with doubt, compare each letter</source>
        <translation>terbaca ragu, cocokkan tiap huruf</translation>
    </message>
    <message>
        <source>read, please check</source>
        <translation>terbaca, mohon periksa</translation>
    </message>
    <message>
        <source>↓ KTP: {value}</source>
        <translation>↓ KTP: {value}</translation>
    </message>
    <message>
        <source>Everything that was read has been checked.</source>
        <translation>Semua yang terbaca sudah diperiksa.</translation>
    </message>
    <message>
        <source>No KTP can be read on this photo. Type it in, or take it again closer.</source>
        <translation>KTP di foto ini tidak terbaca. Isi sendiri, atau foto lagi lebih dekat.</translation>
    </message>
    <message>
        <source>Reading took too long and was ended. Please type it in.</source>
        <translation>Membaca terlalu lama, jadi dihentikan. Silakan isi sendiri.</translation>
    </message>
    <message>
        <source>The reader failed. Nothing was changed, please type it in.</source>
        <translation>Pembaca KTP gagal. Tidak ada yang berubah, silakan isi sendiri.</translation>
    </message>
    <message>
        <source>This photo can be read to fill in empty fields.</source>
        <translation>Foto ini bisa dibaca untuk mengisi yang masih kosong.</translation>
    </message>
</context>
<context>
    <name>Cash</name>
    <message>
        <source>Opening float</source>
        <translation>Kas awal</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Kuitansi</translation>
    </message>
    <message>
        <source>Voids without cash</source>
        <translation>Pembatalan tanpa uang</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>Uang dikembalikan</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Setoran</translation>
    </message>
    <message>
        <source>Handed over to the office</source>
        <translation>Diserahkan ke kantor</translation>
    </message>
    <message>
        <source>Surplus</source>
        <translation>Kelebihan</translation>
    </message>
    <message>
        <source>Shortage</source>
        <translation>Kekurangan</translation>
    </message>
    <message>
        <source>Everything is deposited</source>
        <translation>Semua sudah disetor</translation>
    </message>
    <message>
        <source>Oldest from today</source>
        <translation>Tertua dari hari ini</translation>
    </message>
    <message>
        <source>Oldest from yesterday</source>
        <translation>Tertua dari kemarin</translation>
    </message>
    <message>
        <source>Oldest is {count} days old</source>
        <translation>Tertua {count} hari</translation>
    </message>
    <message>
        <source>No receipt waits to be deposited.</source>
        <translation>Tidak ada kuitansi yang belum disetor.</translation>
    </message>
    <message>
        <source>Receipts not deposited: {count}, since {day}.</source>
        <translation>Kuitansi belum disetor: {count}, sejak {day}.</translation>
    </message>
    <message>
        <source>Of this, {amount} is of receipts whose void awaits the branch.</source>
        <translation>Di dalamnya {amount} dari kuitansi yang pembatalannya menunggu cabang.</translation>
    </message>
</context>
<context>
    <name>CashPaperWindow</name>
    <message>
        <source>The paper as it is printed</source>
        <translation>Kertas seperti akan dicetak</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Save PDF again</source>
        <translation>Simpan PDF lagi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Saved as PDF</source>
        <translation>Tersimpan sebagai PDF</translation>
    </message>
    <message>
        <source>The entry itself is recorded.</source>
        <translation>Catatannya sendiri sudah tersimpan.</translation>
    </message>
    <message>
        <source>The paper is at the printer</source>
        <translation>Kertas sudah di printer</translation>
    </message>
    <message>
        <source>Sign it and keep it.</source>
        <translation>Tanda tangani, lalu simpan.</translation>
    </message>
    <message>
        <source>Handing the paper to the printer…</source>
        <translation>Mengirim kertas ke printer…</translation>
    </message>
</context>
<context>
    <name>CashStand</name>
    <message>
        <source>Paper of the entry</source>
        <translation>Kertas catatan</translation>
    </message>
    <message>
        <source>It stands in the records.</source>
        <translation>Sudah ada di catatan.</translation>
    </message>
    <message>
        <source>Deposit recorded</source>
        <translation>Setoran tercatat</translation>
    </message>
    <message>
        <source>The cash has left your till.</source>
        <translation>Uangnya sudah keluar dari kas Anda.</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>Uang dikembalikan</translation>
    </message>
    <message>
        <source>Give the paper to the receiver.</source>
        <translation>Berikan kertas ini kepada penerima.</translation>
    </message>
    <message>
        <source>Close the next day</source>
        <translation>Tutup hari berikutnya</translation>
    </message>
    <message>
        <source>A later day is still open.</source>
        <translation>Masih ada hari sesudahnya yang belum ditutup.</translation>
    </message>
    <message>
        <source>Every day is closed.</source>
        <translation>Semua hari sudah ditutup.</translation>
    </message>
    <message>
        <source>Day closed</source>
        <translation>Kas hari ini ditutup</translation>
    </message>
</context>
<context>
    <name>CashView</name>
    <message>
        <source>Cash</source>
        <translation>Kas</translation>
    </message>
</context>
<context>
    <name>CheckLine</name>
    <message>
        <source>looking…</source>
        <translation>diperiksa…</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>baik</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>perlu diurus</translation>
    </message>
</context>
<context>
    <name>Checked</name>
    <message>
        <source>A practice receipt: no money was paid on it, it proves nothing.</source>
        <translation>Kuitansi latihan: tidak ada uang yang dibayar, jadi bukan bukti bayar.</translation>
    </message>
    <message>
        <source>Asking the branch…</source>
        <translation>Bertanya ke cabang…</translation>
    </message>
    <message>
        <source>The branch&apos;s answer does not fit the signature, which is the proof.</source>
        <translation>Jawaban cabang tidak sesuai dengan tanda tangannya. Tanda tanganlah buktinya.</translation>
    </message>
    <message>
        <source>Checked on this laptop, which has not synced yet.</source>
        <translation>Diperiksa di laptop ini, yang belum pernah sinkronisasi.</translation>
    </message>
    <message>
        <source>Checked on this laptop, last sync {moment}.</source>
        <translation>Diperiksa di laptop ini, sinkronisasi terakhir {moment}.</translation>
    </message>
    <message>
        <source>Checked on this laptop. The branch&apos;s list of laptops comes with the next sync.</source>
        <translation>Diperiksa di laptop ini. Daftar laptop dari cabang datang pada sinkronisasi berikut.</translation>
    </message>
    <message>
        <source>Checked on this laptop with the branch&apos;s list of laptops of {moment}.</source>
        <translation>Diperiksa di laptop ini dengan daftar laptop dari cabang, {moment}.</translation>
    </message>
    <message>
        <source>Genuine, practice</source>
        <translation>Asli, latihan</translation>
    </message>
    <message>
        <source>Genuine</source>
        <translation>Asli</translation>
    </message>
    <message>
        <source>Voided, practice</source>
        <translation>Dibatalkan, latihan</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>Altered</source>
        <translation>Isi diubah</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Tidak dikenal</translation>
    </message>
    <message>
        <source>The branch has received it.</source>
        <translation>Cabang sudah menerimanya.</translation>
    </message>
    <message>
        <source>You issued it; it has not been sent to the branch yet.</source>
        <translation>Anda yang menerbitkannya; belum terkirim ke cabang.</translation>
    </message>
    <message>
        <source>The signature fits, but the branch has not received it yet.</source>
        <translation>Tanda tangannya cocok, tetapi cabang belum menerimanya.</translation>
    </message>
    <message>
        <source>The signature fits, but the branch still has to check its record.</source>
        <translation>Tanda tangannya cocok, tetapi catatannya masih harus diperiksa cabang.</translation>
    </message>
    <message>
        <source>The signature fits number, date and amount.</source>
        <translation>Tanda tangannya cocok dengan nomor, tanggal, dan jumlah.</translation>
    </message>
    <message>
        <source>It was issued once, but it is void: it no longer proves a payment.</source>
        <translation>Pernah diterbitkan, tetapi sudah dibatalkan: tidak berlaku lagi sebagai bukti bayar.</translation>
    </message>
    <message>
        <source>Number, date or amount is not what was signed.</source>
        <translation>Nomor, tanggal, atau jumlahnya bukan yang ditandatangani.</translation>
    </message>
    <message>
        <source>This laptop never issued this number.</source>
        <translation>Laptop ini tidak pernah menerbitkan nomor ini.</translation>
    </message>
    <message>
        <source>Laptop {device} is the branch&apos;s, but a number alone proves nothing.</source>
        <translation>Laptop {device} milik cabang, tetapi nomor saja belum membuktikan apa pun.</translation>
    </message>
    <message>
        <source>Laptop {device} issued no receipts on this date.</source>
        <translation>Laptop {device} tidak menerbitkan kuitansi pada tanggal ini.</translation>
    </message>
    <message>
        <source>Laptop {device} is not on the branch&apos;s list.</source>
        <translation>Laptop {device} tidak ada pada daftar cabang.</translation>
    </message>
    <message>
        <source>This laptop does not know laptop {device} yet.</source>
        <translation>Laptop {device} belum dikenal di sini.</translation>
    </message>
    <message>
        <source>Call the branch: {hotline}.</source>
        <translation>Hubungi cabang: {hotline}.</translation>
    </message>
    <message>
        <source>Compare amount and date with the paper.</source>
        <translation>Cocokkan jumlah dan tanggal dengan kertasnya.</translation>
    </message>
    <message>
        <source>It is sent by itself as soon as there is a connection.</source>
        <translation>Kuitansi terkirim sendiri begitu tersambung.</translation>
    </message>
    <message>
        <source>Check again in a few days. After 5 days call the branch: {hotline}.</source>
        <translation>Periksa lagi beberapa hari lagi. Setelah 5 hari, hubungi cabang: {hotline}.</translation>
    </message>
    <message>
        <source>If money was paid and not given back, call the branch: {hotline}.</source>
        <translation>Bila uang sudah dibayar dan belum dikembalikan, hubungi cabang: {hotline}.</translation>
    </message>
    <message>
        <source>Don&apos;t take it as proof, and don&apos;t give the paper away.</source>
        <translation>Jangan terima sebagai bukti, dan simpan kertasnya.</translation>
    </message>
    <message>
        <source>Scan the QR code: its signature decides.</source>
        <translation>Pindai kode QR: tanda tangannya yang menentukan.</translation>
    </message>
    <message>
        <source>The branch answers: genuine, received on {date}.</source>
        <translation>Jawaban cabang: asli, diterima {date}.</translation>
    </message>
    <message>
        <source>The branch answers: genuine and received.</source>
        <translation>Jawaban cabang: asli dan sudah diterima.</translation>
    </message>
    <message>
        <source>The branch answers: genuine, not received yet.</source>
        <translation>Jawaban cabang: asli, belum diterima.</translation>
    </message>
    <message>
        <source>The branch answers: genuine, still being checked.</source>
        <translation>Jawaban cabang: asli, masih diperiksa.</translation>
    </message>
    <message>
        <source>The branch answers: voided.</source>
        <translation>Jawaban cabang: dibatalkan.</translation>
    </message>
    <message>
        <source>The branch answers: this laptop is not known to it.</source>
        <translation>Jawaban cabang: laptop ini tidak dikenal.</translation>
    </message>
    <message>
        <source>The branch answers: altered.</source>
        <translation>Jawaban cabang: isinya diubah.</translation>
    </message>
</context>
<context>
    <name>ChoosingCard</name>
    <message>
        <source>Set it and go on</source>
        <translation>Simpan dan lanjut</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Choose a password of your own</source>
        <translation>Pilih kata sandi Anda sendiri</translation>
    </message>
    <message>
        <source>Somebody else gave you the one you just typed, so it serves only once. A short sentence of yours is easiest to remember.</source>
        <translation>Kata sandi yang baru Anda ketik diberikan orang lain, jadi hanya berlaku sekali. Kalimat pendek milik Anda sendiri paling mudah diingat.</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close the day</source>
        <translation>Tutup kas</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Pilih alasan</translation>
    </message>
    <message>
        <source>Why it differs</source>
        <translation>Mengapa berbeda</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Must be there by the records</source>
        <translation>Seharusnya ada menurut catatan</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>Still to be closed after it: {days}.</source>
        <translation>Sesudahnya masih harus ditutup: {days}.</translation>
    </message>
    <message>
        <source>The cash agrees with the records.</source>
        <translation>Uang cocok dengan catatan.</translation>
    </message>
    <message>
        <source>{amount} too little</source>
        <translation>Kurang {amount}</translation>
    </message>
    <message>
        <source>Count again; look at change given and at notes that stick together.</source>
        <translation>Hitung lagi; periksa uang kembalian dan lembar uang yang menempel.</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>Lebih {amount}</translation>
    </message>
    <message>
        <source>Count again; look for a payment that has no receipt yet.</source>
        <translation>Hitung lagi; cari pembayaran yang belum dibuatkan kuitansi.</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Server address</source>
        <translation>Alamat server</translation>
    </message>
    <message>
        <source>on the paper from your branch</source>
        <translation>ada di kertas dari cabang</translation>
    </message>
    <message>
        <source>Device code</source>
        <translation>Kode perangkat</translation>
    </message>
    <message>
        <source>20 signs, works once; dashes come by themselves</source>
        <translation>20 tanda, sekali pakai; garisnya muncul sendiri</translation>
    </message>
    <message>
        <source>Next: password</source>
        <translation>Lanjut: kata sandi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Practice code</source>
        <translation>Kode latihan</translation>
    </message>
    <message>
        <source>Code from your branch</source>
        <translation>Kode dari cabang</translation>
    </message>
    <message>
        <source>The code ties this laptop to your branch. Only now the internet is needed.</source>
        <translation>Kode ini menautkan laptop dengan cabang Anda. Hanya sekarang perlu internet.</translation>
    </message>
    <message>
        <source>Ask your branch for the address and a code of its practice server. Nothing there is real.</source>
        <translation>Minta alamat dan kode server latihan ke cabang. Di sana tidak ada yang sungguhan.</translation>
    </message>
    <message>
        <source>Fill in the address your branch gave you</source>
        <translation>Isi alamat dari cabang Anda</translation>
    </message>
    <message>
        <source>Fill in the code your branch gave you</source>
        <translation>Isi kode dari cabang Anda</translation>
    </message>
    <message>
        <source>A code has digits and letters only, and never the letter U</source>
        <translation>Kode hanya berisi angka dan huruf, tanpa huruf U</translation>
    </message>
    <message>
        <source>A code has {all} signs, here are {count}</source>
        <translation>Kode terdiri dari {all} tanda, ini baru {count}</translation>
    </message>
</context>
<context>
    <name>Collection</name>
    <message>
        <source>To collect</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Menunggak</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Paid until {month}</source>
        <translation>Lunas s.d. {month}</translation>
    </message>
    <message>
        <source>{until} · membership ended</source>
        <translation>{until} · kepesertaan berakhir</translation>
    </message>
    <message>
        <source>{until} · due by {day}</source>
        <translation>{until} · jatuh tempo {day}</translation>
    </message>
    <message>
        <source>1 month overdue</source>
        <translation>menunggak 1 bulan</translation>
    </message>
    <message>
        <source>{count} months overdue</source>
        <translation>menunggak {count} bulan</translation>
    </message>
    <message>
        <source>{paid} of {expected}</source>
        <translation>{paid} dari {expected}</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 bulan</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} bulan</translation>
    </message>
    <message>
        <source>to {month}</source>
        <translation>s.d. {month}</translation>
    </message>
    <message>
        <source>Paid until when is not known here</source>
        <translation>Lunas sampai kapan belum diketahui di sini</translation>
    </message>
    <message>
        <source>The membership has ended</source>
        <translation>Kepesertaan sudah berakhir</translation>
    </message>
    <message>
        <source>Enrol the person again: it is the same participant, with a new declaration.</source>
        <translation>Daftarkan lagi: pesertanya tetap sama, dengan pernyataan baru.</translation>
    </message>
    <message>
        <source>Everything is paid</source>
        <translation>Semua sudah lunas</translation>
    </message>
    <message>
        <source>Nothing more can be paid in advance.</source>
        <translation>Tidak ada lagi yang bisa dibayar di muka.</translation>
    </message>
    <message>
        <source>The branch refused the enrolment</source>
        <translation>Cabang menolak pendaftarannya</translation>
    </message>
    <message>
        <source>Take no further money: see under To correct what is to be done.</source>
        <translation>Jangan terima uang lagi: lihat di Perlu diperbaiki apa yang harus dilakukan.</translation>
    </message>
    <message>
        <source>Registered already; the branch will call</source>
        <translation>Sudah terdaftar; cabang akan menghubungi</translation>
    </message>
    <message>
        <source>Take no further money until the branch has called.</source>
        <translation>Jangan terima uang lagi sampai cabang menghubungi.</translation>
    </message>
    <message>
        <source>Enrolled elsewhere</source>
        <translation>Didaftarkan di tempat lain</translation>
    </message>
    <message>
        <source>Say income, occupation and programme, then the price is known.</source>
        <translation>Isi penghasilan, pekerjaan, dan program, lalu iurannya diketahui.</translation>
    </message>
    <message>
        <source>Full death benefit with this payment.</source>
        <translation>Santunan kematian penuh dengan pembayaran ini.</translation>
    </message>
    <message>
        <source>Full death benefit after 3 paid months in a row; with this payment {count}.</source>
        <translation>Santunan kematian penuh setelah 3 bulan lunas berturut-turut; dengan pembayaran ini {count}.</translation>
    </message>
    <message>
        <source>Relief {percent}% {law}</source>
        <translation>Keringanan {percent}% {law}</translation>
    </message>
    <message>
        <source>saves {rupiah}</source>
        <translation>hemat {rupiah}</translation>
    </message>
</context>
<context>
    <name>CollectionView</name>
    <message>
        <source>Name, NIK, phone, village</source>
        <translation>Nama, NIK, nomor HP, desa</translation>
    </message>
    <message>
        <source>Search in the round</source>
        <translation>Cari di daftar iuran</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Orang lain</translation>
    </message>
    <message>
        <source>Somebody pays who is not on this laptop</source>
        <translation>Yang membayar belum ada di laptop ini</translation>
    </message>
    <message>
        <source>Renew a group</source>
        <translation>Perpanjang kelompok</translation>
    </message>
    <message>
        <source>Somebody pays for several people at once</source>
        <translation>Satu orang membayar untuk beberapa orang sekaligus</translation>
    </message>
    <message>
        <source>pay, Enter again takes the money</source>
        <translation>bayar, Enter lagi terima uang</translation>
    </message>
    <message>
        <source>person</source>
        <translation>orang</translation>
    </message>
    <message>
        <source>months</source>
        <translation>bulan</translation>
    </message>
    <message>
        <source>Look among all, or try part of the name, the NIK or the phone number.</source>
        <translation>Cari di Semua, atau coba sebagian nama, NIK, atau nomor HP.</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
        <source>Nobody owes anything now</source>
        <translation>Tidak ada tagihan sekarang</translation>
    </message>
    <message>
        <source>Who pays ahead is found among all.</source>
        <translation>Yang mau bayar di muka ada di Semua.</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Iuran</translation>
    </message>
</context>
<context>
    <name>CommentLine</name>
    <message>
        <source>The branch marked this field</source>
        <translation>Cabang menandai isian ini</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Compare two records</source>
        <translation>Bandingkan dua data</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Next one</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} dari {count}</translation>
    </message>
    <message>
        <source>One moment, both records are being loaded.</source>
        <translation>Sebentar, kedua data sedang dimuat.</translation>
    </message>
    <message>
        <source>Also at {branches}; ask there.</source>
        <translation>Juga ada di {branches}; tanyakan ke sana.</translation>
    </message>
    <message>
        <source>Nothing at this branch collides with this record</source>
        <translation>Tidak ada data di cabang ini yang bertabrakan dengan data ini</translation>
    </message>
    <message>
        <source>Nothing of their forms is the same</source>
        <translation>Tidak ada isian yang sama</translation>
    </message>
    <message>
        <source>What differs is bold and marked.</source>
        <translation>Yang berbeda dicetak tebal dan ditandai.</translation>
    </message>
    <message>
        <source>This record</source>
        <translation>Data ini</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>Data pembanding</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Dibayar</translation>
    </message>
    <message>
        <source>{field}: {value}, differs</source>
        <translation>{field}: {value}, berbeda</translation>
    </message>
    <message>
        <source>nothing counts as paid</source>
        <translation>belum ada bulan terbayar</translation>
    </message>
    <message>
        <source>paid until {month}</source>
        <translation>terbayar sampai {month}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>required</source>
        <translation>wajib</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>tidak wajib</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Consent, to be read aloud</source>
        <translation>Persetujuan, untuk dibacakan</translation>
    </message>
    <message>
        <source>Read aloud, one by one</source>
        <translation>Bacakan satu per satu</translation>
    </message>
    <message>
        <source>Text {version}</source>
        <translation>Naskah {version}</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Sudah dibacakan</translation>
    </message>
</context>
<context>
    <name>ConsentProof</name>
    <message>
        <source>Thumb</source>
        <translation>Jempol</translation>
    </message>
    <message>
        <source>Photograph the thumb print</source>
        <translation>Foto cap jempol di kertas</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Photograph the signed paper</source>
        <translation>Foto surat yang sudah ditandatangani</translation>
    </message>
    <message>
        <source>Sign instead</source>
        <translation>Tanda tangan saja</translation>
    </message>
</context>
<context>
    <name>ConsentSection</name>
    <message>
        <source>required</source>
        <translation>wajib</translation>
    </message>
    <message>
        <source>may be left</source>
        <translation>boleh tidak</translation>
    </message>
    <message>
        <source>Sign here</source>
        <translation>Tanda tangan di sini</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Tanda tangan</translation>
    </message>
    <message>
        <source>Drawn by the worker; Delete wipes it</source>
        <translation>Digambar oleh peserta; Delete menghapusnya</translation>
    </message>
</context>
<context>
    <name>ConsentSheet</name>
    <message>
        <source>As the agent reads it</source>
        <translation>Lihat seperti agen membacanya</translation>
    </message>
    <message>
        <source>Version {version}, as published. Another text gets a version of its own.</source>
        <translation>Versi {version}, seperti yang terbit. Bacaan lain mendapat versi sendiri.</translation>
    </message>
    <message>
        <source>Version {version}. Who agreed before agreed to version {kept}, which stays readable.</source>
        <translation>Versi {version}. Yang sudah setuju tetap pada versi {kept}, dan versi itu tetap bisa dibaca.</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Correct the data</source>
        <translation>Perbaiki data</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>CountList</name>
    <message>
        <source>Note or coin</source>
        <translation>Pecahan</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Banyaknya</translation>
    </message>
    <message>
        <source>Rupiah</source>
        <translation>Rupiah</translation>
    </message>
    <message>
        <source>How many of {note}</source>
        <translation>Banyaknya {note}</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>Region</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Cakupan</translation>
    </message>
    <message>
        <source>Office&apos;s share</source>
        <translation>Bagian kantor</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Berakhir</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Terkumpul</translation>
    </message>
    <message>
        <source>Deposited</source>
        <translation>Disetor</translation>
    </message>
    <message>
        <source>Not deposited</source>
        <translation>Belum disetor</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>perkiraan</translation>
    </message>
    <message>
        <source>target {target}</source>
        <translation>target {target}</translation>
    </message>
    <message>
        <source>of {workers}</source>
        <translation>dari {workers}</translation>
    </message>
    <message>
        <source>Place not known</source>
        <translation>Belum diketahui</translation>
    </message>
    <message>
        <source>{number} m</source>
        <comment>millions of rupiah</comment>
        <translation>{number} jt</translation>
    </message>
    <message>
        <source>{number} k</source>
        <comment>thousands of rupiah</comment>
        <translation>{number} rb</translation>
    </message>
    <message>
        <source>{count} of {target}</source>
        <translation>{count} dari {target}</translation>
    </message>
</context>
<context>
    <name>CoverageBar</name>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agen</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Kantor</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Regencies</source>
        <translation>Kab./kota</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Baris</translation>
    </message>
</context>
<context>
    <name>CoverageSumsCard</name>
    <message>
        <source>Contributions by month</source>
        <translation>Iuran per bulan</translation>
    </message>
    <message>
        <source>{value}, of which {open} not deposited</source>
        <translation>{value}, {open} di antaranya belum disetor</translation>
    </message>
    <message>
        <source>Set the target…</source>
        <translation>Atur target…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Simpan PDF…</translation>
    </message>
    <message>
        <source>Save for Excel…</source>
        <translation>Simpan untuk Excel…</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Iuran terkumpul</translation>
    </message>
    <message>
        <source>Deposited</source>
        <translation>Sudah disetor</translation>
    </message>
    <message>
        <source>Not deposited</source>
        <translation>Belum disetor</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Tersimpan: {name}</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>New participants</source>
        <translation>Peserta baru</translation>
    </message>
    <message>
        <source>Active participants</source>
        <translation>Peserta aktif</translation>
    </message>
    <message>
        <source>Membership ended</source>
        <translation>Kepesertaan berakhir</translation>
    </message>
</context>
<context>
    <name>CoverageTableCard</name>
    <message>
        <source>Targets and results</source>
        <translation>Target dan hasil</translation>
    </message>
    <message>
        <source>{value}, target {target}</source>
        <translation>{value}, target {target}</translation>
    </message>
    <message>
        <source>Nothing in these months</source>
        <translation>Tidak ada apa-apa pada bulan ini</translation>
    </message>
    <message>
        <source>Choose other months; agents are added at the branch&apos;s server.</source>
        <translation>Pilih bulan lain; agen ditambahkan di server cabang.</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Muat ulang</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cakupan</translation>
    </message>
    <message>
        <source>Target and result</source>
        <translation>Target dan hasil</translation>
    </message>
    <message>
        <source>Active participants among the workers; a full bar is {share}</source>
        <translation>Peserta aktif dari jumlah pekerja; batang penuh berarti {share}</translation>
    </message>
    <message>
        <source>New participants; the line is the target</source>
        <translation>Peserta baru; garis tegak adalah target</translation>
    </message>
</context>
<context>
    <name>CoverageView</name>
    <message>
        <source>Targets &amp; regions</source>
        <translation>Target &amp; wilayah</translation>
    </message>
    <message>
        <source>participants as of {day}, summed up at {clock} {zone}</source>
        <translation>peserta per {day}, dihitung pukul {clock} {zone}</translation>
    </message>
    <message>
        <source>Save targets and results</source>
        <translation>Simpan target dan hasil</translation>
    </message>
</context>
<context>
    <name>CrashNotice</name>
    <message>
        <source>Something in the program went wrong</source>
        <translation>Ada yang salah di dalam program</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft</source>
        <translation>Isian Anda tersimpan sebagai draf</translation>
    </message>
    <message>
        <source>Receipts that were issued and everything saved are safe on this laptop.</source>
        <translation>Kuitansi yang sudah terbit dan semua yang tersimpan aman di laptop ini.</translation>
    </message>
    <message>
        <source>Go on working. If it happens again, close Perisai, open it, and tell the branch this word:</source>
        <translation>Silakan lanjut bekerja. Kalau terjadi lagi, tutup Perisai, buka kembali, dan sebutkan kata ini ke cabang:</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
    <message>
        <source>Take it on USB</source>
        <translation>Bawa lewat USB</translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>Approve</source>
        <translation>Setujui</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Tolak</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Ganda</translation>
    </message>
    <message>
        <source>Find the worker</source>
        <translation>Cari pesertanya</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Ambil alih</translation>
    </message>
    <message>
        <source>Who saw this person&apos;s data</source>
        <translation>Siapa yang melihat datanya</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>Bukan ganda</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Tarik kembali</translation>
    </message>
    <message>
        <source>Do not agree</source>
        <translation>Tidak setuju</translation>
    </message>
    <message>
        <source>{amount} stays on the books, whatever you decide</source>
        <translation>{amount} tetap tercatat, apa pun keputusan Anda</translation>
    </message>
    <message>
        <source>{amount} on the books</source>
        <translation>{amount} di pembukuan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>required</source>
        <translation>wajib</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>boleh kosong</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Sebabnya</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>You read here, and decide nothing. That you were shown this record is written down.</source>
        <translation>Di sini Anda hanya membaca dan tidak memutuskan apa pun. Bahwa data ini ditampilkan kepada Anda, sudah ditulis.</translation>
    </message>
    <message>
        <source>Remove the comment on {field}</source>
        <translation>Hapus komentar pada {field}</translation>
    </message>
    <message>
        <source>Typed: {value}</source>
        <translation>Diisi: {value}</translation>
    </message>
    <message>
        <source>Comment on {field}</source>
        <translation>Komentar pada {field}</translation>
    </message>
    <message>
        <source>Comment on a field, or press it in the record</source>
        <translation>Pilih kolom untuk komentar, atau tekan kolomnya di data</translation>
    </message>
    <message numerus="yes">
        <source>Send %n comment(s)</source>
        <translation>
            <numerusform>Kirim %n komentar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deposit</name>
    <message>
        <source>Bank transfer</source>
        <translation>Transfer bank</translation>
    </message>
    <message>
        <source>Bank counter</source>
        <translation>Teller bank</translation>
    </message>
    <message>
        <source>ATM</source>
        <translation>ATM</translation>
    </message>
    <message>
        <source>Post office</source>
        <translation>Kantor pos</translation>
    </message>
    <message>
        <source>Minimarket</source>
        <translation>Minimarket</translation>
    </message>
    <message>
        <source>E-wallet</source>
        <translation>Dompet digital</translation>
    </message>
    <message>
        <source>Agents&apos; office</source>
        <translation>Kantor agen</translation>
    </message>
    <message>
        <source>Choose receipts and write the amount that is on the slip.</source>
        <translation>Pilih kuitansi dan tulis jumlah yang ada di slip.</translation>
    </message>
    <message>
        <source>{amount} of {count} receipts leaves the cash. Afterwards {after} is in hand.</source>
        <translation>{amount} dari {count} kuitansi keluar dari kas. Sesudahnya di tangan {after}.</translation>
    </message>
    <message>
        <source>{amount} less than the receipts: say why.</source>
        <translation>{amount} kurang dari kuitansi: pilih alasannya.</translation>
    </message>
    <message>
        <source>{amount} more than the receipts: say why.</source>
        <translation>{amount} lebih dari kuitansi: pilih alasannya.</translation>
    </message>
</context>
<context>
    <name>DepositDialog</name>
    <message>
        <source>Deposit cash</source>
        <translation>Setor uang</translation>
    </message>
    <message>
        <source>Record the deposit</source>
        <translation>Catat setoran</translation>
    </message>
    <message>
        <source>Amount on the slip</source>
        <translation>Jumlah di slip</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Pilih alasan</translation>
    </message>
    <message>
        <source>Why it differs</source>
        <translation>Mengapa berbeda</translation>
    </message>
    <message>
        <source>Kode iuran</source>
        <translation>Kode iuran</translation>
    </message>
    <message>
        <source>8 to 20 digits, from the slip</source>
        <translation>8 sampai 20 angka, dari slip</translation>
    </message>
    <message>
        <source>Deposited through</source>
        <translation>Disetor lewat</translation>
    </message>
    <message>
        <source>Date on the slip</source>
        <translation>Tanggal di slip</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Whole rupiah, digits only</source>
        <translation>Rupiah bulat, angka saja</translation>
    </message>
</context>
<context>
    <name>DetailCard</name>
    <message>
        <source>Open the receipt</source>
        <translation>Buka kuitansi</translation>
    </message>
    <message>
        <source>The branch&apos;s answer</source>
        <translation>Jawaban cabang</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>This laptop</source>
        <translation>Laptop ini</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agen</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kantor</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Branch&apos;s telephone</source>
        <translation>Telepon cabang</translation>
    </message>
    <message>
        <source>Code of the laptop</source>
        <translation>Kode laptop</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Server&apos;s key</source>
        <translation>Kunci server</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Folder data</translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message>
        <source>Unfinished enrolments</source>
        <translation>Pendaftaran belum selesai</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Umur draf</translation>
    </message>
    <message>
        <source>No other draft</source>
        <translation>Tidak ada draf lain</translation>
    </message>
    <message>
        <source>What is typed into the form is kept by itself, and stays until it is saved or thrown away.</source>
        <translation>Yang diketik di formulir tersimpan sendiri, dan tetap ada sampai disimpan atau dibuang.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Empty form</source>
        <translation>Formulir kosong</translation>
    </message>
    <message>
        <source>{name} was thrown away</source>
        <translation>{name} dibuang</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Tanpa nama</translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>Throw the draft away</source>
        <translation>Buang draf</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>What was edited since the newest version is gone, for everybody at the branch. What is published stays as it is.</source>
        <translation>Yang diubah sejak versi terbaru hilang, untuk semua orang di cabang. Yang sudah terbit tetap seperti semula.</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>People of the round</source>
        <translation>Daftar penagihan iuran</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Show everything</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Nothing fits this filter</source>
        <translation>Tidak ada yang cocok dengan saringan ini</translation>
    </message>
    <message>
        <source>The list has no row of this kind. Choose another filter, or show everything.</source>
        <translation>Daftar ini tidak memuat yang seperti itu. Pilih saringan lain, atau tampilkan semua.</translation>
    </message>
</context>
<context>
    <name>EndPart</name>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>hh-bb-tttt</translation>
    </message>
    <message>
        <source>leave it empty where nobody knows</source>
        <translation>kosongkan bila tidak diketahui</translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation>Sebab berakhir</translation>
    </message>
    <message>
        <source>This is no date</source>
        <translation>Ini bukan tanggal</translation>
    </message>
</context>
<context>
    <name>EnrolmentFields</name>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>hh-bb-tttt</translation>
    </message>
    <message>
        <source>Village, district or code</source>
        <translation>Desa, kecamatan, atau kode</translation>
    </message>
    <message>
        <source>e.g. 1.5jt</source>
        <translation>mis. 1,5jt</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>Pernyataan</translation>
    </message>
    <message>
        <source>Photo of the KTP</source>
        <translation>Foto KTP</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Laki-laki</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Perempuan</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>16 digits</source>
        <translation>16 angka</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nama lengkap</translation>
    </message>
    <message>
        <source>as on the KTP</source>
        <translation>sesuai KTP</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Tempat lahir</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Tanggal lahir</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Nomor HP</translation>
    </message>
    <message>
        <source>Mother&apos;s maiden name</source>
        <translation>Nama ibu kandung</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa / kelurahan</translation>
    </message>
    <message>
        <source>fills four levels</source>
        <translation>mengisi sampai provinsi</translation>
    </message>
    <message>
        <source>Street, hamlet</source>
        <translation>Jalan, kampung</translation>
    </message>
    <message>
        <source>Main occupation</source>
        <translation>Pekerjaan utama</translation>
    </message>
    <message>
        <source>Income a month</source>
        <translation>Penghasilan per bulan</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Dibayar oleh</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>First month</source>
        <translation>Bulan pertama</translation>
    </message>
    <message>
        <source>Months to pay</source>
        <translation>Bayar berapa bulan</translation>
    </message>
    <message>
        <source>Name of the payer</source>
        <translation>Nama pembayar</translation>
    </message>
    <message>
        <source>enterprise, company or office</source>
        <translation>usaha, perusahaan atau instansi</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Kode pos</translation>
    </message>
    <message>
        <source>15 or 16 digits</source>
        <translation>15 atau 16 angka</translation>
    </message>
    <message>
        <source>Second occupation</source>
        <translation>Pekerjaan kedua</translation>
    </message>
    <message>
        <source>Place of work</source>
        <translation>Tempat kerja</translation>
    </message>
    <message>
        <source>Hours of work</source>
        <translation>Jam kerja</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Marital state</source>
        <translation>Status kawin</translation>
    </message>
    <message>
        <source>Family card (KK)</source>
        <translation>Kartu keluarga (KK)</translation>
    </message>
    <message>
        <source>Second place of work</source>
        <translation>Tempat kerja kedua</translation>
    </message>
    <message>
        <source>Hours there</source>
        <translation>Jam kerja di sana</translation>
    </message>
    <message>
        <source>Heirs</source>
        <translation>Ahli waris</translation>
    </message>
    <message>
        <source>shares make 100 %</source>
        <translation>bagian berjumlah 100 %</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>Nomor rekening</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>Pemilik rekening</translation>
    </message>
    <message>
        <source>The worker</source>
        <translation>Peserta sendiri</translation>
    </message>
    <message>
        <source>Enterprise (UMKM)</source>
        <translation>Pemilik usaha (UMKM)</translation>
    </message>
    <message>
        <source>Sponsoring company</source>
        <translation>Perusahaan sponsor</translation>
    </message>
    <message>
        <source>Village budget</source>
        <translation>Anggaran desa</translation>
    </message>
    <message>
        <source>Regional budget</source>
        <translation>Anggaran daerah (APBD)</translation>
    </message>
    <message>
        <source>State budget</source>
        <translation>Anggaran negara (APBN)</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Belum kawin</translation>
    </message>
    <message>
        <source>Married</source>
        <translation>Kawin</translation>
    </message>
    <message>
        <source>Divorced</source>
        <translation>Cerai hidup</translation>
    </message>
    <message>
        <source>Widowed</source>
        <translation>Cerai mati</translation>
    </message>
</context>
<context>
    <name>EnrolmentView</name>
    <message>
        <source>Save &amp; take the money</source>
        <translation>Simpan &amp; terima uang</translation>
    </message>
    <message>
        <source>New enrolment</source>
        <translation>Daftar baru</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Throw this draft away; nothing was saved as an enrolment</source>
        <translation>Buang draf ini; belum ada pendaftaran yang tersimpan</translation>
    </message>
    <message>
        <source>save</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>lanjut</translation>
    </message>
    <message>
        <source>close</source>
        <translation>tutup</translation>
    </message>
    <message>
        <source>Every field is kept as a draft</source>
        <translation>Setiap isian disimpan sebagai draf</translation>
    </message>
    <message>
        <source>Saved as a draft {clock}</source>
        <translation>Tersimpan sebagai draf {clock}</translation>
    </message>
    <message>
        <source>Discard the draft?</source>
        <translation>Buang draf ini?</translation>
    </message>
    <message>
        <source>What was typed for this worker goes. No money was taken, no receipt was made.</source>
        <translation>Isian untuk orang ini hilang. Belum ada uang diterima, belum ada kuitansi terbit.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan saja</translation>
    </message>
</context>
<context>
    <name>EntriesCard</name>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Gerakan</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Kuitansi</translation>
    </message>
    <message>
        <source>Rupiah</source>
        <translation>Rupiah</translation>
    </message>
    <message>
        <source>Movements of cash</source>
        <translation>Gerakan kas</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Belum ada apa-apa</translation>
    </message>
    <message>
        <source>What moves your cash is listed here.</source>
        <translation>Semua yang mengubah kas Anda tercatat di sini.</translation>
    </message>
    <message>
        <source>Open the receipt</source>
        <translation>Buka kuitansi</translation>
    </message>
    <message>
        <source>Paper of the entry</source>
        <translation>Kertas catatan</translation>
    </message>
    <message>
        <source>Paper of the closing</source>
        <translation>Kertas tutup kas</translation>
    </message>
    <message>
        <source>All movements</source>
        <translation>Semua gerakan</translation>
    </message>
</context>
<context>
    <name>EntryFoot</name>
    <message>
        <source>Sign out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>I am a reviewer</source>
        <translation>Saya Penyelia</translation>
    </message>
    <message>
        <source>Bahasa Indonesia</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Latihan</translation>
    </message>
    <message>
        <source>Back to real work</source>
        <translation>Kembali ke kerja sungguhan</translation>
    </message>
    <message>
        <source>Practise on this laptop: nothing there is real, and your real data stays closed</source>
        <translation>Berlatih di laptop ini: di sana tidak ada yang sungguhan, dan data asli Anda tetap tertutup</translation>
    </message>
    <message>
        <source>Close practice and sign in to your real data</source>
        <translation>Tutup latihan dan masuk ke data asli Anda</translation>
    </message>
</context>
<context>
    <name>EntryWindow</name>
    <message>
        <source>PRACTICE · Perisai</source>
        <translation>LATIHAN · Perisai</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>LATIHAN</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>The password is wrong.</source>
        <translation>Kata sandi salah.</translation>
    </message>
    <message>
        <source>Your data is safe.</source>
        <translation>Data Anda aman.</translation>
    </message>
    <message>
        <source>Too many wrong passwords.</source>
        <translation>Terlalu sering salah kata sandi.</translation>
    </message>
    <message>
        <source>Your data is safe, it only waits.</source>
        <translation>Data Anda aman, hanya perlu menunggu.</translation>
    </message>
    <message>
        <source>Try again. Tries left: {attempts_left}.</source>
        <translation>Coba lagi, masih {attempts_left} kali.</translation>
    </message>
    <message>
        <source>Try again in {minutes}.</source>
        <translation>Coba lagi {minutes} lagi.</translation>
    </message>
    <message>
        <source>This laptop is not enrolled yet.</source>
        <translation>Laptop ini belum didaftarkan.</translation>
    </message>
    <message>
        <source>There is nothing on it that could be lost.</source>
        <translation>Belum ada data yang bisa hilang.</translation>
    </message>
    <message>
        <source>Enrol it with the code from your branch.</source>
        <translation>Daftarkan dengan kode dari cabang.</translation>
    </message>
    <message>
        <source>Perisai is already open with this profile.</source>
        <translation>Perisai sudah terbuka dengan data ini.</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it first.</source>
        <translation>Pakai jendela yang sudah terbuka, atau tutup dulu.</translation>
    </message>
    <message>
        <source>The data file on this laptop can&apos;t be read.</source>
        <translation>Berkas data di laptop ini tidak terbaca.</translation>
    </message>
    <message>
        <source>What was sent is safe at the branch.</source>
        <translation>Yang sudah terkirim aman di cabang.</translation>
    </message>
    <message>
        <source>Don&apos;t delete anything; call the branch before you go on.</source>
        <translation>Jangan hapus apa pun; hubungi cabang dulu.</translation>
    </message>
    <message>
        <source>The data was written by a newer version of Perisai.</source>
        <translation>Data ini ditulis oleh Perisai versi lebih baru.</translation>
    </message>
    <message>
        <source>The USB stick is not there.</source>
        <translation>Flashdisk tidak ada.</translation>
    </message>
    <message>
        <source>Everything is still on this laptop; no file was left behind.</source>
        <translation>Semuanya masih ada di laptop ini; tidak ada berkas yang tertinggal.</translation>
    </message>
    <message>
        <source>Plug the USB stick in and save again.</source>
        <translation>Colokkan flashdisk, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>There is not enough room on the USB stick.</source>
        <translation>Ruang di flashdisk tidak cukup.</translation>
    </message>
    <message>
        <source>Everything is still on this laptop; no half file was left behind.</source>
        <translation>Semuanya masih ada di laptop ini; tidak ada berkas setengah jadi yang tertinggal.</translation>
    </message>
    <message>
        <source>Free {needed} MB there, or use another USB stick.</source>
        <translation>Kosongkan {needed} MB di sana, atau pakai flashdisk lain.</translation>
    </message>
    <message>
        <source>The file could not be written there.</source>
        <translation>Berkas tidak bisa ditulis di sana.</translation>
    </message>
    <message>
        <source>See whether the USB stick is locked against writing, or use another one.</source>
        <translation>Periksa apakah flashdisk terkunci dari penulisan, atau pakai yang lain.</translation>
    </message>
    <message>
        <source>This is not a file of Perisai.</source>
        <translation>Ini bukan berkas Perisai.</translation>
    </message>
    <message>
        <source>Choose the file whose name ends in .perisai.</source>
        <translation>Pilih berkas yang namanya berakhiran .perisai.</translation>
    </message>
    <message>
        <source>This is an answer of the branch, not a file for it.</source>
        <translation>Ini jawaban dari cabang, bukan berkas untuk cabang.</translation>
    </message>
    <message>
        <source>Give it back to the agent; the laptop in its name can read it.</source>
        <translation>Kembalikan ke agen; laptop yang kodenya ada di nama berkas bisa membacanya.</translation>
    </message>
    <message>
        <source>The file was made by a newer version of this program.</source>
        <translation>Berkas ini dibuat oleh versi program yang lebih baru.</translation>
    </message>
    <message>
        <source>Nothing was taken in; the file stays good.</source>
        <translation>Tidak ada yang diterima; berkasnya tetap berlaku.</translation>
    </message>
    <message>
        <source>Ask the branch to update its server, then bring the file again.</source>
        <translation>Minta cabang memperbarui servernya, lalu antarkan berkas itu lagi.</translation>
    </message>
    <message>
        <source>The file was made for another server.</source>
        <translation>Berkas ini dibuat untuk server lain.</translation>
    </message>
    <message>
        <source>Nothing was taken in, and nothing in it can be read here.</source>
        <translation>Tidak ada yang diterima, dan isinya tidak bisa dibaca di sini.</translation>
    </message>
    <message>
        <source>Bring it to the branch at which that laptop was registered.</source>
        <translation>Antarkan ke cabang tempat laptop itu didaftarkan.</translation>
    </message>
    <message>
        <source>Nothing of it was taken in; everything is still on the agent&apos;s laptop.</source>
        <translation>Tidak ada yang diterima; semuanya masih ada di laptop agen.</translation>
    </message>
    <message>
        <source>Copy it once more, or let the laptop save it again.</source>
        <translation>Salin sekali lagi, atau simpan lagi dari laptop agen.</translation>
    </message>
    <message>
        <source>The branch does not take this file.</source>
        <translation>Cabang tidak menerima berkas ini.</translation>
    </message>
    <message>
        <source>Keep the file and call the branch; tell them: {reason}.</source>
        <translation>Simpan berkasnya dan hubungi cabang; sebutkan: {reason}.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Berkas tidak bisa dibaca.</translation>
    </message>
    <message>
        <source>Somebody else worked on the settings meanwhile.</source>
        <translation>Sementara itu orang lain mengerjakan pengaturan.</translation>
    </message>
    <message>
        <source>Nothing was published; what holds, holds.</source>
        <translation>Tidak ada yang diterbitkan; yang berlaku tetap berlaku.</translation>
    </message>
    <message>
        <source>Throw your draft away to see theirs, then make your changes again.</source>
        <translation>Buang draf Anda untuk melihat draf mereka, lalu buat lagi perubahan Anda.</translation>
    </message>
    <message>
        <source>A newer version of the settings was published meanwhile.</source>
        <translation>Sementara itu versi pengaturan yang lebih baru sudah terbit.</translation>
    </message>
    <message>
        <source>Your draft was not published; what holds, holds.</source>
        <translation>Draf Anda tidak diterbitkan; yang berlaku tetap berlaku.</translation>
    </message>
    <message>
        <source>Throw the draft away and begin with the newest version.</source>
        <translation>Buang draf, lalu mulai dari versi terbaru.</translation>
    </message>
    <message>
        <source>The settings cannot be published as they are.</source>
        <translation>Pengaturan ini belum bisa diterbitkan.</translation>
    </message>
    <message>
        <source>Nothing was published; your draft is kept.</source>
        <translation>Tidak ada yang diterbitkan; draf Anda tersimpan.</translation>
    </message>
    <message>
        <source>Look once more at what it does, and correct what is named there.</source>
        <translation>Lihat lagi akibatnya, lalu perbaiki yang disebut di sana.</translation>
    </message>
    <message>
        <source>The server met a fault of its own.</source>
        <translation>Server mengalami gangguan.</translation>
    </message>
    <message>
        <source>Load the list again, and look; if it stays so, tell whoever runs the server.</source>
        <translation>Muat ulang daftarnya dan periksa; kalau tetap begitu, beri tahu pengelola server.</translation>
    </message>
    <message>
        <source>The file is no list of income brackets (row {row}).</source>
        <translation>Berkas ini bukan daftar golongan penghasilan (baris {row}).</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Sign out, sign in with it again and choose one of your own.</source>
        <translation>Keluar, masuk lagi dengan kata sandi itu, lalu pilih yang milik Anda sendiri.</translation>
    </message>
    <message>
        <source>This temporary password has lapsed; it was good for 7 days.</source>
        <translation>Kata sandi sementara ini sudah kedaluwarsa; berlakunya 7 hari.</translation>
    </message>
    <message>
        <source>Ask whoever gave it to you for another one.</source>
        <translation>Minta yang baru kepada yang memberikannya.</translation>
    </message>
    <message>
        <source>The new password is the one that you have already.</source>
        <translation>Kata sandi baru sama dengan yang sekarang.</translation>
    </message>
    <message>
        <source>Choose another one, which only you know.</source>
        <translation>Pilih yang lain, yang hanya Anda sendiri tahu.</translation>
    </message>
    <message>
        <source>The current password is wrong.</source>
        <translation>Kata sandi saat ini salah.</translation>
    </message>
    <message>
        <source>Nothing was changed, and you are still signed in.</source>
        <translation>Tidak ada yang berubah, dan Anda tetap masuk.</translation>
    </message>
    <message>
        <source>Type it again; if it is forgotten, a branch administrator gives you a temporary one.</source>
        <translation>Ketik lagi; jika lupa, admin cabang memberi kata sandi sementara.</translation>
    </message>
    <message>
        <source>The connection to the branch broke off.</source>
        <translation>Sambungan ke cabang terputus.</translation>
    </message>
    <message>
        <source>The new password may hold already, or still the one before.</source>
        <translation>Mungkin kata sandi baru sudah berlaku, mungkin masih yang lama.</translation>
    </message>
    <message>
        <source>Press once more when there is a connection, that settles it.</source>
        <translation>Tekan sekali lagi setelah tersambung, lalu semuanya pasti.</translation>
    </message>
    <message>
        <source>There is an account with this sign-in name already.</source>
        <translation>Sudah ada akun dengan nama masuk ini.</translation>
    </message>
    <message>
        <source>No account was made; what you typed is still here.</source>
        <translation>Akun tidak dibuat; yang Anda ketik masih ada.</translation>
    </message>
    <message>
        <source>Choose another sign-in name. If it is this person&apos;s, give a temporary password.</source>
        <translation>Pilih nama masuk lain. Jika itu akun orang ini, berikan kata sandi sementara.</translation>
    </message>
    <message>
        <source>A colleague&apos;s account has a name that looks the same.</source>
        <translation>Akun rekan lain memakai nama yang terlihat sama.</translation>
    </message>
    <message>
        <source>Add what tells the two apart, a second name or the office. If it is this person&apos;s, give a temporary password.</source>
        <translation>Tambahkan pembeda, misalnya nama kedua atau kantornya. Jika akun itu milik orang ini, berikan kata sandi sementara.</translation>
    </message>
    <message>
        <source>This branch has no such account.</source>
        <translation>Cabang ini tidak memiliki akun itu.</translation>
    </message>
    <message>
        <source>Load the list of accounts again.</source>
        <translation>Muat ulang daftar akun.</translation>
    </message>
    <message>
        <source>You can&apos;t change this account.</source>
        <translation>Anda tidak bisa mengubah akun ini.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server; nobody changes their own account or one set over them.</source>
        <translation>Minta kepada pengelola server; tidak ada yang mengubah akunnya sendiri atau akun yang mengawasinya.</translation>
    </message>
    <message>
        <source>The connection to the branch broke off during the change.</source>
        <translation>Sambungan ke cabang terputus saat perubahan berjalan.</translation>
    </message>
    <message>
        <source>It may be done already, or not at all; nothing in between.</source>
        <translation>Mungkin sudah terjadi, mungkin belum sama sekali; tidak setengah-setengah.</translation>
    </message>
    <message>
        <source>Load the list again and look. A password that you did not see is replaced by another.</source>
        <translation>Muat ulang daftarnya dan lihat. Jika kata sandinya tidak sempat terlihat, berikan kata sandi sementara yang lain.</translation>
    </message>
    <message>
        <source>There is an agent with this number already.</source>
        <translation>Sudah ada agen dengan nomor ini.</translation>
    </message>
    <message>
        <source>No agent was added; what you typed is still here.</source>
        <translation>Agen tidak ditambahkan; yang Anda ketik masih ada.</translation>
    </message>
    <message>
        <source>Check the number, or look for the agent in Agents &amp; devices.</source>
        <translation>Periksa nomornya, atau cari agennya di Agen &amp; perangkat.</translation>
    </message>
    <message>
        <source>This branch has no agent with this number.</source>
        <translation>Cabang ini tidak memiliki agen dengan nomor ini.</translation>
    </message>
    <message>
        <source>Correct the number, or leave it empty where the person is no agent.</source>
        <translation>Perbaiki nomornya, atau kosongkan jika orangnya bukan agen.</translation>
    </message>
    <message>
        <source>This branch has no office of that name, or more than one.</source>
        <translation>Cabang ini tidak memiliki kantor dengan nama itu, atau memiliki lebih dari satu.</translation>
    </message>
    <message>
        <source>Load the list again; whoever runs the server adds an office.</source>
        <translation>Muat ulang daftarnya; kantor ditambahkan oleh pengelola server.</translation>
    </message>
    <message>
        <source>Save it as CSV with the columns that the help (F1) names.</source>
        <translation>Simpan sebagai CSV dengan kolom yang disebut di bantuan (F1).</translation>
    </message>
    <message>
        <source>Plug the USB stick in firmly and choose the file once more.</source>
        <translation>Colokkan flashdisk sampai rapat, lalu pilih berkasnya sekali lagi.</translation>
    </message>
    <message>
        <source>This is not an answer of the branch.</source>
        <translation>Ini bukan jawaban dari cabang.</translation>
    </message>
    <message>
        <source>Choose the file whose name ends in .perisai-jawaban.</source>
        <translation>Pilih berkas yang namanya berakhiran .perisai-jawaban.</translation>
    </message>
    <message>
        <source>This is a file for the branch, not its answer.</source>
        <translation>Ini berkas untuk cabang, bukan jawabannya.</translation>
    </message>
    <message>
        <source>Hand it over at the branch; the answer&apos;s name ends in .perisai-jawaban.</source>
        <translation>Serahkan di cabang; nama berkas jawaban berakhiran .perisai-jawaban.</translation>
    </message>
    <message>
        <source>The answer was made for a newer version of this program.</source>
        <translation>Jawaban ini dibuat untuk versi program yang lebih baru.</translation>
    </message>
    <message>
        <source>Nothing was changed; the file stays good.</source>
        <translation>Tidak ada yang berubah; berkasnya tetap berlaku.</translation>
    </message>
    <message>
        <source>Update Perisai, then read the file again.</source>
        <translation>Perbarui Perisai, lalu baca berkas itu lagi.</translation>
    </message>
    <message>
        <source>This answer is for another laptop.</source>
        <translation>Jawaban ini untuk laptop lain.</translation>
    </message>
    <message>
        <source>Nothing was changed, and nothing in it can be read here.</source>
        <translation>Tidak ada yang berubah, dan isinya tidak bisa dibaca di sini.</translation>
    </message>
    <message>
        <source>The device code stands in the file&apos;s name: look for the one of this laptop.</source>
        <translation>Kode laptop ada di nama berkas: cari yang untuk laptop ini.</translation>
    </message>
    <message>
        <source>The file is damaged, or was not copied to its end.</source>
        <translation>Berkas rusak, atau tidak tersalin sampai selesai.</translation>
    </message>
    <message>
        <source>Copy it once more, or ask the branch to save the answer again.</source>
        <translation>Salin sekali lagi, atau minta cabang menyimpan jawabannya lagi.</translation>
    </message>
    <message>
        <source>This answer was not signed by your branch for this laptop.</source>
        <translation>Jawaban ini tidak ditandatangani cabang Anda untuk laptop ini.</translation>
    </message>
    <message>
        <source>Nothing was changed: only the branch&apos;s signature moves anything here.</source>
        <translation>Tidak ada yang berubah: hanya tanda tangan cabang yang bisa mengubah sesuatu di sini.</translation>
    </message>
    <message>
        <source>Keep the file and call the branch.</source>
        <translation>Simpan berkasnya dan hubungi cabang.</translation>
    </message>
    <message>
        <source>Install the newest version and open it again.</source>
        <translation>Pasang versi terbaru, lalu buka lagi.</translation>
    </message>
    <message>
        <source>This laptop was brought back from an old copy, so it needs new receipt numbers.</source>
        <translation>Laptop ini dipulihkan dari salinan lama, jadi perlu nomor kuitansi baru.</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft, and what was sent is safe.</source>
        <translation>Yang Anda ketik tersimpan sebagai draf, dan yang sudah terkirim aman.</translation>
    </message>
    <message>
        <source>Connect to the internet once, or call the branch for a code.</source>
        <translation>Sambungkan ke internet sekali saja, atau telepon cabang untuk meminta kode.</translation>
    </message>
    <message>
        <source>This laptop does not let Perisai write its data.</source>
        <translation>Laptop ini tidak mengizinkan Perisai menyimpan data.</translation>
    </message>
    <message>
        <source>What is saved is safe; nothing new was saved.</source>
        <translation>Yang tersimpan aman; yang baru belum tersimpan.</translation>
    </message>
    <message>
        <source>Check whether the disk or the folder is write-protected.</source>
        <translation>Periksa apakah disk atau foldernya dikunci.</translation>
    </message>
    <message>
        <source>The data file on this laptop can&apos;t be opened.</source>
        <translation>Berkas data di laptop ini tidak bisa dibuka.</translation>
    </message>
    <message>
        <source>Start the laptop again; if it stays so, call the branch.</source>
        <translation>Nyalakan ulang laptop; kalau tetap begitu, hubungi cabang.</translation>
    </message>
    <message>
        <source>Another program holds the data file.</source>
        <translation>Program lain sedang memakai berkas data.</translation>
    </message>
    <message>
        <source>Nothing was saved yet, what you typed is kept.</source>
        <translation>Belum tersimpan, isian Anda tetap ada.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Tunggu sebentar, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The copy before the update could not be made.</source>
        <translation>Salinan sebelum pembaruan gagal dibuat.</translation>
    </message>
    <message>
        <source>Your data is as it was.</source>
        <translation>Data Anda tetap seperti semula.</translation>
    </message>
    <message>
        <source>Free some space on the disk and open Perisai again.</source>
        <translation>Kosongkan sebagian disk, lalu buka Perisai lagi.</translation>
    </message>
    <message>
        <source>The key file on this laptop is damaged.</source>
        <translation>Berkas kunci di laptop ini rusak.</translation>
    </message>
    <message>
        <source>Your data is still there, but locked.</source>
        <translation>Data Anda masih ada, tetapi terkunci.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Disk penuh.</translation>
    </message>
    <message>
        <source>What is saved is safe; the last step was not saved.</source>
        <translation>Yang tersimpan aman; langkah terakhir belum tersimpan.</translation>
    </message>
    <message>
        <source>Free some space on the disk, then try again.</source>
        <translation>Kosongkan sebagian disk, lalu coba lagi.</translation>
    </message>
    <message>
        <source>A file of the program is damaged: {file}.</source>
        <translation>Ada berkas program yang rusak: {file}.</translation>
    </message>
    <message>
        <source>Install Perisai again; your data stays.</source>
        <translation>Pasang ulang Perisai; data Anda tetap ada.</translation>
    </message>
    <message>
        <source>The password is too short.</source>
        <translation>Kata sandi terlalu pendek.</translation>
    </message>
    <message>
        <source>Nothing was saved yet.</source>
        <translation>Belum ada yang tersimpan.</translation>
    </message>
    <message>
        <source>Use at least {minimum} signs, a sentence is easiest to remember.</source>
        <translation>Paling sedikit {minimum} tanda; kalimat paling mudah diingat.</translation>
    </message>
    <message>
        <source>This password is easy to guess.</source>
        <translation>Kata sandi ini mudah ditebak.</translation>
    </message>
    <message>
        <source>Use a short sentence that only you would think of.</source>
        <translation>Pakai kalimat pendek yang hanya terpikir oleh Anda.</translation>
    </message>
    <message>
        <source>This is not a device code.</source>
        <translation>Ini bukan kode perangkat.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Tidak ada yang dikirim.</translation>
    </message>
    <message>
        <source>Press &apos;Forgotten the password?&apos;: the branch can open the data for a new one.</source>
        <translation>Tekan &apos;Lupa kata sandi?&apos;: cabang bisa membuka datanya untuk kata sandi baru.</translation>
    </message>
    <message>
        <source>Check the 20 signs of the code from your branch.</source>
        <translation>Periksa 20 tanda kode dari cabang.</translation>
    </message>
    <message>
        <source>The branch did not accept this code.</source>
        <translation>Cabang tidak menerima kode ini.</translation>
    </message>
    <message>
        <source>Ask your branch for a new code, each works once.</source>
        <translation>Minta kode baru ke cabang, satu kode sekali pakai.</translation>
    </message>
    <message>
        <source>This server is not the one your code belongs to.</source>
        <translation>Server ini bukan server dari kode Anda.</translation>
    </message>
    <message>
        <source>Nothing was sent to it.</source>
        <translation>Tidak ada yang dikirim ke sana.</translation>
    </message>
    <message>
        <source>Check the address with your branch.</source>
        <translation>Cocokkan alamatnya dengan cabang.</translation>
    </message>
    <message>
        <source>This address and code are for practice, not for real work.</source>
        <translation>Alamat dan kode ini untuk latihan, bukan untuk kerja sungguhan.</translation>
    </message>
    <message>
        <source>Nothing was saved, and the code can still be used.</source>
        <translation>Belum ada yang disimpan, dan kode masih bisa dipakai.</translation>
    </message>
    <message>
        <source>Press Practice and type them there, or ask your branch for a real code.</source>
        <translation>Tekan Latihan lalu ketik di sana, atau minta kode kerja sungguhan ke cabang.</translation>
    </message>
    <message>
        <source>This address and code are for real work, not for practice.</source>
        <translation>Alamat dan kode ini untuk kerja sungguhan, bukan untuk latihan.</translation>
    </message>
    <message>
        <source>Go back to real work and type them there, or ask for a practice code.</source>
        <translation>Kembali ke kerja sungguhan lalu ketik di sana, atau minta kode latihan.</translation>
    </message>
    <message>
        <source>The address is not secured.</source>
        <translation>Alamat ini tidak aman.</translation>
    </message>
    <message>
        <source>Use an address that begins with https.</source>
        <translation>Pakai alamat yang diawali https.</translation>
    </message>
    <message>
        <source>This is not an address of a server.</source>
        <translation>Ini bukan alamat server.</translation>
    </message>
    <message>
        <source>This laptop is already enrolled.</source>
        <translation>Laptop ini sudah didaftarkan.</translation>
    </message>
    <message>
        <source>Sign in with your password.</source>
        <translation>Masuk dengan kata sandi Anda.</translation>
    </message>
    <message>
        <source>What you typed stays, and the code is not lost.</source>
        <translation>Yang Anda ketik tetap ada, dan kode tidak hangus.</translation>
    </message>
    <message>
        <source>Connect to the internet, then press again with the same code and password.</source>
        <translation>Sambungkan internet, lalu tekan lagi dengan kode dan kata sandi yang sama.</translation>
    </message>
    <message>
        <source>The branch&apos;s server is busy.</source>
        <translation>Server cabang sedang sibuk.</translation>
    </message>
    <message>
        <source>Wait {seconds}, then press again.</source>
        <translation>Tunggu {seconds}, lalu tekan lagi.</translation>
    </message>
    <message>
        <source>Some fields are not right yet.</source>
        <translation>Masih ada isian yang belum benar.</translation>
    </message>
    <message>
        <source>Nothing was saved as final, what you typed is kept as a draft.</source>
        <translation>Belum disimpan, isian Anda tetap ada sebagai draf.</translation>
    </message>
    <message>
        <source>Correct the fields that are marked.</source>
        <translation>Perbaiki isian yang ditandai.</translation>
    </message>
    <message>
        <source>Some fields were read off the KTP and nobody has checked them.</source>
        <translation>Ada isian yang terbaca dari KTP dan belum diperiksa.</translation>
    </message>
    <message>
        <source>Compare the marked fields with the card, then save again.</source>
        <translation>Cocokkan isian yang ditandai dengan KTP, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>A warning still needs a reason.</source>
        <translation>Ada peringatan yang belum diberi alasan.</translation>
    </message>
    <message>
        <source>Write the reason in a few words.</source>
        <translation>Tulis alasannya dengan singkat.</translation>
    </message>
    <message>
        <source>A field is too long or holds signs that can&apos;t be printed.</source>
        <translation>Ada isian yang terlalu panjang atau berisi tanda yang tidak bisa dicetak.</translation>
    </message>
    <message>
        <source>Shorten the field that is marked.</source>
        <translation>Pendekkan isian yang ditandai.</translation>
    </message>
    <message>
        <source>The price has changed from {shown} to {price}.</source>
        <translation>Iurannya berubah dari {shown} menjadi {price}.</translation>
    </message>
    <message>
        <source>No money was recorded.</source>
        <translation>Belum ada uang yang dicatat.</translation>
    </message>
    <message>
        <source>Tell the new price, then save again.</source>
        <translation>Sebutkan iuran yang baru, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>This photo cannot be kept: it is empty or too large.</source>
        <translation>Foto ini tidak bisa disimpan: kosong atau terlalu besar.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>Choose or take another photo, then save again.</source>
        <translation>Pilih atau ambil foto lain, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>This laptop has no camera at the moment.</source>
        <translation>Saat ini laptop ini tidak punya kamera.</translation>
    </message>
    <message>
        <source>Nothing was changed, the form is as it was.</source>
        <translation>Tidak ada yang berubah, formulir tetap seperti semula.</translation>
    </message>
    <message>
        <source>Plug a camera in, or choose the photo from a file.</source>
        <translation>Pasang kamera, atau pilih foto dari berkas.</translation>
    </message>
    <message>
        <source>The camera gives no picture. Mostly another program is using it.</source>
        <translation>Kamera tidak memberi gambar. Biasanya karena dipakai program lain.</translation>
    </message>
    <message>
        <source>Close programs for calls and meetings, then turn the camera on again. A file works as ever.</source>
        <translation>Tutup program untuk panggilan dan rapat, lalu nyalakan kamera lagi. Lewat berkas tetap bisa.</translation>
    </message>
    <message>
        <source>The privacy settings of this laptop keep programs from the camera.</source>
        <translation>Setelan privasi laptop ini melarang program memakai kamera.</translation>
    </message>
    <message>
        <source>In Windows&apos; settings, under Privacy and Camera, let desktop apps use the camera. A file works as ever.</source>
        <translation>Di Setelan Windows, bagian Privasi dan Kamera, izinkan aplikasi desktop memakai kamera. Lewat berkas tetap bisa.</translation>
    </message>
    <message>
        <source>The camera is no longer there: it was unplugged or switched off.</source>
        <translation>Kamera tidak ada lagi: dicabut atau dimatikan.</translation>
    </message>
    <message>
        <source>Plug it in and turn it on again, or choose the photo from a file.</source>
        <translation>Pasang dan nyalakan lagi, atau pilih foto dari berkas.</translation>
    </message>
    <message>
        <source>The same photo stands for two things.</source>
        <translation>Foto yang sama dipakai untuk dua hal.</translation>
    </message>
    <message>
        <source>Nothing was sent; what you typed and took is kept.</source>
        <translation>Belum ada yang dikirim; isian dan foto Anda tetap tersimpan.</translation>
    </message>
    <message>
        <source>Take a photo of its own for each of them, then send again.</source>
        <translation>Ambil foto tersendiri untuk masing-masing, lalu kirim lagi.</translation>
    </message>
    <message>
        <source>Choose another photo, JPEG or PNG.</source>
        <translation>Pilih foto lain, JPEG atau PNG.</translation>
    </message>
    <message>
        <source>The branch does not have this photo yet.</source>
        <translation>Foto ini belum ada di cabang.</translation>
    </message>
    <message>
        <source>The record is there without it.</source>
        <translation>Datanya tetap ada tanpa foto itu.</translation>
    </message>
    <message>
        <source>It comes when the agent&apos;s laptop next sends photos.</source>
        <translation>Foto datang saat laptop agen mengirim foto lagi.</translation>
    </message>
    <message>
        <source>What came is not the photo that the agent recorded.</source>
        <translation>Yang datang bukan foto yang direkam agen.</translation>
    </message>
    <message>
        <source>It is not shown, and nothing was decided.</source>
        <translation>Foto itu tidak ditampilkan, dan belum ada yang diputuskan.</translation>
    </message>
    <message>
        <source>Open it once more. If it stays so, tell your centre.</source>
        <translation>Buka sekali lagi. Kalau tetap begitu, beri tahu kantor pusat Anda.</translation>
    </message>
    <message>
        <source>This receipt is not on this laptop.</source>
        <translation>Kuitansi ini tidak ada di laptop ini.</translation>
    </message>
    <message>
        <source>Check the number, or scan the QR code.</source>
        <translation>Periksa nomornya, atau pindai kode QR.</translation>
    </message>
    <message>
        <source>This is not a receipt number or link.</source>
        <translation>Ini bukan nomor atau tautan kuitansi.</translation>
    </message>
    <message>
        <source>Type the number as printed, for example 7Q2FK-01-000123-Q.</source>
        <translation>Ketik nomor seperti tercetak, misalnya 7Q2FK-01-000123-Q.</translation>
    </message>
    <message>
        <source>There is a typing error in this number.</source>
        <translation>Ada salah ketik pada nomor ini.</translation>
    </message>
    <message>
        <source>It says nothing about the receipt itself.</source>
        <translation>Itu belum berarti kuitansinya salah.</translation>
    </message>
    <message>
        <source>Compare every sign with the paper, or scan the QR code.</source>
        <translation>Cocokkan setiap tanda dengan kertasnya, atau pindai kode QR.</translation>
    </message>
    <message>
        <source>This laptop has no printer for this paper.</source>
        <translation>Laptop ini tidak punya printer untuk kertas ini.</translation>
    </message>
    <message>
        <source>The receipt and the money are saved.</source>
        <translation>Kuitansi dan uang sudah tercatat.</translation>
    </message>
    <message>
        <source>Save the PDF or share the text, or connect a printer.</source>
        <translation>Simpan PDF atau bagikan teksnya, atau sambungkan printer.</translation>
    </message>
    <message>
        <source>This printer is no longer on this laptop.</source>
        <translation>Printer ini tidak ada lagi di laptop.</translation>
    </message>
    <message>
        <source>The receipt and the money are saved, nothing was printed.</source>
        <translation>Kuitansi dan uang sudah tercatat, belum ada yang dicetak.</translation>
    </message>
    <message>
        <source>Choose another printer, or connect this one again.</source>
        <translation>Pilih printer lain, atau sambungkan lagi printer ini.</translation>
    </message>
    <message>
        <source>The printer is off or paused.</source>
        <translation>Printer mati atau dijeda.</translation>
    </message>
    <message>
        <source>Switch the printer on, then print again.</source>
        <translation>Nyalakan printer, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>The printer did not take the receipt.</source>
        <translation>Printer tidak menerima kuitansi.</translation>
    </message>
    <message>
        <source>The receipt and the money are saved, the next paper is the same.</source>
        <translation>Kuitansi dan uang sudah tercatat, kertas berikutnya tetap sama.</translation>
    </message>
    <message>
        <source>Print again, or save the PDF.</source>
        <translation>Cetak lagi, atau simpan PDF.</translation>
    </message>
    <message>
        <source>The printing was cancelled.</source>
        <translation>Pencetakan dibatalkan.</translation>
    </message>
    <message>
        <source>Look at the printer, then print again.</source>
        <translation>Periksa printer, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>This worker is not on this laptop.</source>
        <translation>Peserta ini tidak ada di laptop ini.</translation>
    </message>
    <message>
        <source>Search by name or NIK.</source>
        <translation>Cari dengan nama atau NIK.</translation>
    </message>
    <message>
        <source>This task is no longer there.</source>
        <translation>Tugas ini sudah tidak ada.</translation>
    </message>
    <message>
        <source>The branch may have settled it already.</source>
        <translation>Mungkin cabang sudah menyelesaikannya.</translation>
    </message>
    <message>
        <source>This can&apos;t be corrected here.</source>
        <translation>Ini tidak bisa diperbaiki di sini.</translation>
    </message>
    <message>
        <source>Nothing was changed, money stays recorded.</source>
        <translation>Tidak ada yang berubah, uang tetap tercatat.</translation>
    </message>
    <message>
        <source>The branch will call you.</source>
        <translation>Cabang akan menghubungi Anda.</translation>
    </message>
    <message>
        <source>You have not changed anything yet.</source>
        <translation>Belum ada yang Anda ubah.</translation>
    </message>
    <message>
        <source>Correct the field that is marked, then send.</source>
        <translation>Perbaiki isian yang ditandai, lalu kirim.</translation>
    </message>
    <message>
        <source>This field can&apos;t be changed by a correction.</source>
        <translation>Isian ini tidak bisa diubah lewat perbaikan.</translation>
    </message>
    <message>
        <source>Nothing was sent, what you typed is kept.</source>
        <translation>Tidak ada yang terkirim, isian Anda tetap ada.</translation>
    </message>
    <message>
        <source>Call the branch about this field.</source>
        <translation>Hubungi cabang soal isian ini.</translation>
    </message>
    <message>
        <source>No connection to the branch.</source>
        <translation>Tidak tersambung ke cabang.</translation>
    </message>
    <message>
        <source>Everything is safe on this laptop.</source>
        <translation>Semua aman di laptop ini.</translation>
    </message>
    <message>
        <source>It is sent by itself when there is a connection.</source>
        <translation>Terkirim sendiri begitu tersambung.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>Server sedang sibuk.</translation>
    </message>
    <message>
        <source>The branch has paused this laptop.</source>
        <translation>Cabang menghentikan laptop ini untuk sementara.</translation>
    </message>
    <message>
        <source>Data and money are safe; what you save is still sent.</source>
        <translation>Data dan uang aman; yang Anda simpan tetap terkirim.</translation>
    </message>
    <message>
        <source>Answers come again once the branch lets it: call them.</source>
        <translation>Jawaban datang lagi setelah cabang membukanya: hubungi cabang.</translation>
    </message>
    <message>
        <source>The branch has withdrawn this laptop: no more cash may be taken on it.</source>
        <translation>Cabang menarik laptop ini: tidak boleh lagi menerima uang di sini.</translation>
    </message>
    <message>
        <source>Data and money are safe; what was saved is still sent to the branch.</source>
        <translation>Data dan uang aman; yang sudah disimpan tetap dikirim ke cabang.</translation>
    </message>
    <message>
        <source>Let it send everything, hand the cash over, and call the branch.</source>
        <translation>Biarkan semuanya terkirim, setorkan uangnya, lalu hubungi cabang.</translation>
    </message>
    <message>
        <source>The branch is taking this laptop back: nothing more is written on it.</source>
        <translation>Cabang mengambil kembali laptop ini: tidak ada lagi yang dicatat di sini.</translation>
    </message>
    <message>
        <source>It is emptied only once the branch has everything.</source>
        <translation>Laptop baru dikosongkan setelah semuanya sampai di cabang.</translation>
    </message>
    <message>
        <source>Connect to the internet and let it send; then call the branch.</source>
        <translation>Sambungkan ke internet dan biarkan terkirim, lalu hubungi cabang.</translation>
    </message>
    <message>
        <source>The branch has emptied this laptop.</source>
        <translation>Cabang telah mengosongkan laptop ini.</translation>
    </message>
    <message>
        <source>Everything that was sent is safe at the branch, receipts and money too.</source>
        <translation>Semua yang sudah terkirim aman di cabang, termasuk kuitansi dan uangnya.</translation>
    </message>
    <message>
        <source>To go on working here, enrol it with a new code from the branch.</source>
        <translation>Untuk bekerja lagi di sini, daftarkan laptop dengan kode baru dari cabang.</translation>
    </message>
    <message>
        <source>The branch has emptied this laptop. You still hold {cash} in cash.</source>
        <translation>Cabang telah mengosongkan laptop ini. Kas {cash} masih ada pada Anda.</translation>
    </message>
    <message>
        <source>Everything that was sent is safe at the branch. The cash is for these receipts: {receipts}.</source>
        <translation>Semua yang sudah terkirim aman di cabang. Uang itu untuk kuitansi: {receipts}.</translation>
    </message>
    <message>
        <source>Write this down and hand the cash over to the branch; to go on here, enrol with a new code.</source>
        <translation>Catat ini dan setorkan uangnya ke cabang; untuk bekerja lagi di sini, daftarkan laptop dengan kode baru.</translation>
    </message>
    <message>
        <source>This program is too old to take cash: version {minimum} is needed.</source>
        <translation>Program ini terlalu lama untuk menerima uang: perlu versi {minimum}.</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft; everything saved is still sent.</source>
        <translation>Yang Anda ketik tersimpan sebagai draf; semua yang disimpan tetap terkirim.</translation>
    </message>
    <message>
        <source>Install the newest version, then go on with the draft.</source>
        <translation>Pasang versi terbaru, lalu lanjutkan drafnya.</translation>
    </message>
    <message>
        <source>The server holds something else under the same number.</source>
        <translation>Server menyimpan hal lain dengan nomor yang sama.</translation>
    </message>
    <message>
        <source>Nothing is lost, sending has stopped.</source>
        <translation>Tidak ada yang hilang, pengiriman berhenti.</translation>
    </message>
    <message>
        <source>Call the branch and tell them this sentence.</source>
        <translation>Hubungi cabang dan bacakan kalimat ini.</translation>
    </message>
    <message>
        <source>The server did not accept what was sent.</source>
        <translation>Server tidak menerima kiriman ini.</translation>
    </message>
    <message>
        <source>It is being sent already.</source>
        <translation>Pengiriman sedang berjalan.</translation>
    </message>
    <message>
        <source>Everything is safe.</source>
        <translation>Semua aman.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Tunggu sampai selesai.</translation>
    </message>
    <message>
        <source>Name or password is wrong.</source>
        <translation>Nama atau kata sandi salah.</translation>
    </message>
    <message>
        <source>Try again, or ask your branch administrator.</source>
        <translation>Coba lagi, atau tanyakan ke admin cabang.</translation>
    </message>
    <message>
        <source>Somebody else gave you this password; it only serves to choose your own.</source>
        <translation>Kata sandi ini diberikan orang lain; gunanya hanya untuk membuat kata sandi Anda sendiri.</translation>
    </message>
    <message>
        <source>Decisions that were sent are kept.</source>
        <translation>Keputusan yang terkirim tetap tersimpan.</translation>
    </message>
    <message>
        <source>Your account may not do this.</source>
        <translation>Akun Anda tidak boleh melakukan ini.</translation>
    </message>
    <message>
        <source>Ask your branch administrator.</source>
        <translation>Tanyakan ke admin cabang.</translation>
    </message>
    <message>
        <source>This account reviews nothing: it works at the server.</source>
        <translation>Akun ini tidak memeriksa apa pun: akun ini bekerja di server.</translation>
    </message>
    <message>
        <source>You were signed out, and nothing was changed.</source>
        <translation>Anda sudah dikeluarkan, dan tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Sign in with a reviewer&apos;s account, or ask your branch administrator for one.</source>
        <translation>Masuk dengan akun Penyelia, atau minta akun itu kepada admin cabang.</translation>
    </message>
    <message>
        <source>You recorded this yourself, so you can&apos;t decide it.</source>
        <translation>Anda sendiri yang merekam data ini, jadi tidak bisa memutuskannya.</translation>
    </message>
    <message>
        <source>Leave it to another reviewer.</source>
        <translation>Serahkan kepada Penyelia lain.</translation>
    </message>
    <message>
        <source>This record is not at the branch.</source>
        <translation>Data ini tidak ada di cabang.</translation>
    </message>
    <message>
        <source>Load the list again.</source>
        <translation>Muat ulang daftarnya.</translation>
    </message>
    <message>
        <source>The record has changed since you opened it.</source>
        <translation>Data ini berubah sejak Anda membukanya.</translation>
    </message>
    <message>
        <source>Your decision was not recorded.</source>
        <translation>Keputusan Anda belum dicatat.</translation>
    </message>
    <message>
        <source>Read it again, then decide.</source>
        <translation>Baca lagi, lalu putuskan.</translation>
    </message>
    <message>
        <source>A note is missing.</source>
        <translation>Catatannya belum ada.</translation>
    </message>
    <message>
        <source>Write in a few words why; your colleague reads it.</source>
        <translation>Tulis singkat sebabnya; rekan Anda membacanya.</translation>
    </message>
    <message>
        <source>Nothing was approved.</source>
        <translation>Tidak ada yang disetujui.</translation>
    </message>
    <message>
        <source>Open them one after another, then approve.</source>
        <translation>Buka satu per satu, lalu setujui.</translation>
    </message>
    <message>
        <source>This approval is over: it stands, or was taken back.</source>
        <translation>Persetujuan ini sudah selesai: sudah berlaku, atau sudah ditarik.</translation>
    </message>
    <message>
        <source>Close and open the window again to see how it stands.</source>
        <translation>Tutup lalu buka lagi jendelanya untuk melihat keadaannya.</translation>
    </message>
    <message>
        <source>You decided this already; it takes two people.</source>
        <translation>Anda sudah memutuskan ini; perlu dua orang.</translation>
    </message>
    <message>
        <source>Your decision is kept, and the agent is told nothing yet.</source>
        <translation>Keputusan Anda tersimpan, dan agen belum diberi tahu.</translation>
    </message>
    <message>
        <source>Ask another reviewer to look at it and agree.</source>
        <translation>Minta Penyelia lain melihat dan menyetujuinya.</translation>
    </message>
    <message>
        <source>The server does not know whom or which region this is about.</source>
        <translation>Server tidak mengenal agen, kantor, atau wilayah ini.</translation>
    </message>
    <message>
        <source>Load the list again; a region that was renamed or merged takes no target.</source>
        <translation>Muat ulang daftarnya; wilayah yang sudah berganti nama atau digabung tidak bisa diberi target.</translation>
    </message>
    <message>
        <source>Wait {seconds}, then try again.</source>
        <translation>Tunggu {seconds}, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The server did not accept this step.</source>
        <translation>Server tidak menerima langkah ini.</translation>
    </message>
    <message>
        <source>Somebody else has decided this record already.</source>
        <translation>Data ini sudah diputuskan orang lain.</translation>
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation>Alasan belum dipilih.</translation>
    </message>
    <message>
        <source>Choose a reason from the list.</source>
        <translation>Pilih alasan dari daftar.</translation>
    </message>
    <message>
        <source>A comment is missing.</source>
        <translation>Komentarnya belum ada.</translation>
    </message>
    <message>
        <source>Choose a field and write what is wrong.</source>
        <translation>Pilih kolom dan tulis apa yang salah.</translation>
    </message>
    <message>
        <source>The network asks for its own sign-in page.</source>
        <translation>Jaringan ini meminta masuk lewat halamannya sendiri.</translation>
    </message>
    <message>
        <source>The branch&apos;s server does not answer.</source>
        <translation>Server cabang tidak menjawab.</translation>
    </message>
    <message>
        <source>Another reviewer has this record open.</source>
        <translation>Data ini sedang dibuka Penyelia lain.</translation>
    </message>
    <message>
        <source>The branch keeps every record; what you did last may not have reached it.</source>
        <translation>Cabang menyimpan semua data; yang terakhir Anda lakukan mungkin belum sampai.</translation>
    </message>
    <message>
        <source>Load the list again once there is a connection, and look.</source>
        <translation>Muat ulang daftar setelah ada sambungan, lalu lihat lagi.</translation>
    </message>
    <message>
        <source>It is tried again in {seconds}.</source>
        <translation>Dicoba lagi {seconds} lagi.</translation>
    </message>
    <message>
        <source>You have been signed out: 8 hours are over, or an administrator ended it.</source>
        <translation>Anda sudah dikeluarkan: 8 jam telah lewat, atau admin mengakhirinya.</translation>
    </message>
    <message>
        <source>Sign in again; if that is refused, ask your branch administrator.</source>
        <translation>Masuk lagi; jika ditolak, tanyakan kepada admin cabang.</translation>
    </message>
    <message>
        <source>Take the next record, or ask your colleague.</source>
        <translation>Ambil data berikutnya, atau tanyakan kepada rekan Anda.</translation>
    </message>
    <message>
        <source>Not all of the sample was opened: {missing} are left.</source>
        <translation>Belum semua contoh dibuka: masih {missing} lagi.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Tidak ada yang dicatat.</translation>
    </message>
    <message>
        <source>Load the list again; if it stays so, call the branch.</source>
        <translation>Muat ulang daftar; bila tetap begini, hubungi cabang.</translation>
    </message>
    <message>
        <source>The folder for copies is not there.</source>
        <translation>Folder untuk cadangan tidak ada.</translation>
    </message>
    <message>
        <source>Your data on this laptop is as it was; no new copy was made.</source>
        <translation>Data di laptop ini tetap seperti semula; cadangan baru belum dibuat.</translation>
    </message>
    <message>
        <source>Plug the USB stick in, or choose another folder.</source>
        <translation>Colokkan flashdisk, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>This folder belongs to the data of Perisai itself.</source>
        <translation>Folder ini milik data Perisai sendiri.</translation>
    </message>
    <message>
        <source>Choose a folder on a USB stick: it survives when the laptop does not.</source>
        <translation>Pilih folder di flashdisk: cadangan di sana selamat walau laptop rusak.</translation>
    </message>
    <message>
        <source>There is not enough room for the copy.</source>
        <translation>Tempat untuk cadangan tidak cukup.</translation>
    </message>
    <message>
        <source>Your data on this laptop and the older copies are as they were.</source>
        <translation>Data di laptop ini dan cadangan lama tetap seperti semula.</translation>
    </message>
    <message>
        <source>Free {needed} MB there, or choose another folder.</source>
        <translation>Sediakan {needed} MB di sana, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>The copy could not be read back whole, so it was thrown away.</source>
        <translation>Cadangan tidak terbaca utuh, jadi dibuang lagi.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, use another USB stick.</source>
        <translation>Coba lagi; kalau tetap begitu, pakai flashdisk lain.</translation>
    </message>
    <message>
        <source>The file could not be saved there.</source>
        <translation>Berkas tidak bisa disimpan di sana.</translation>
    </message>
    <message>
        <source>Choose another folder with some room.</source>
        <translation>Pilih folder lain yang masih ada tempatnya.</translation>
    </message>
    <message>
        <source>There is not enough room for the file.</source>
        <translation>Ruang untuk berkas tidak cukup.</translation>
    </message>
    <message>
        <source>Your data is as it was; no half file was left there.</source>
        <translation>Data Anda tetap seperti semula; tidak ada berkas setengah jadi yang tertinggal.</translation>
    </message>
    <message>
        <source>Free some room, or save it on another disk or USB stick.</source>
        <translation>Kosongkan ruang, atau simpan di disk atau flashdisk lain.</translation>
    </message>
    <message>
        <source>The file can&apos;t be replaced: it is open in another program, or locked.</source>
        <translation>Berkas tidak bisa diganti: sedang dibuka program lain, atau terkunci.</translation>
    </message>
    <message>
        <source>Your data and the file that is there are as they were.</source>
        <translation>Data Anda dan berkas yang ada tetap seperti semula.</translation>
    </message>
    <message>
        <source>Close it in Excel, or save under another name.</source>
        <translation>Tutup berkas itu di Excel, atau simpan dengan nama lain.</translation>
    </message>
    <message>
        <source>These months can&apos;t be paid now: what is owed has changed.</source>
        <translation>Bulan-bulan ini tidak bisa dibayar sekarang: tagihannya sudah berubah.</translation>
    </message>
    <message>
        <source>No money was recorded and no receipt number was used.</source>
        <translation>Tidak ada uang yang dicatat dan tidak ada nomor kuitansi yang terpakai.</translation>
    </message>
    <message>
        <source>Look at what is owed now, and choose again.</source>
        <translation>Lihat tagihan yang sekarang, lalu pilih lagi.</translation>
    </message>
    <message>
        <source>This receipt is void already, or its money was given back.</source>
        <translation>Kuitansi ini sudah batal, atau uangnya sudah dikembalikan.</translation>
    </message>
    <message>
        <source>There is nothing left to do here.</source>
        <translation>Tidak ada lagi yang perlu dilakukan di sini.</translation>
    </message>
    <message>
        <source>You have asked the branch to void this already.</source>
        <translation>Anda sudah meminta cabang membatalkan ini.</translation>
    </message>
    <message>
        <source>Your first request stands, nothing was changed.</source>
        <translation>Permintaan pertama tetap berlaku, tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Wait for the branch&apos;s decision, or call the branch.</source>
        <translation>Tunggu keputusan cabang, atau hubungi cabang.</translation>
    </message>
    <message>
        <source>This worker has paid again since this receipt.</source>
        <translation>Peserta ini sudah membayar lagi setelah kuitansi ini.</translation>
    </message>
    <message>
        <source>Void the newest receipt first, or call the branch.</source>
        <translation>Batalkan dulu kuitansi terbaru, atau hubungi cabang.</translation>
    </message>
    <message>
        <source>The cash of this receipt has been deposited already.</source>
        <translation>Uang kuitansi ini sudah disetor.</translation>
    </message>
    <message>
        <source>Call the branch if money has to be given back.</source>
        <translation>Hubungi cabang jika uang harus dikembalikan.</translation>
    </message>
    <message>
        <source>The branch has not decided that this money is given back.</source>
        <translation>Cabang belum memutuskan uang ini dikembalikan.</translation>
    </message>
    <message>
        <source>Nothing was recorded, cash in hand is as it was.</source>
        <translation>Tidak ada yang dicatat, kas di tangan tetap sama.</translation>
    </message>
    <message>
        <source>Don&apos;t give the money yet; wait for the decision or call the branch.</source>
        <translation>Jangan berikan uangnya dulu; tunggu keputusan atau hubungi cabang.</translation>
    </message>
    <message>
        <source>This money has been given back already.</source>
        <translation>Uang ini sudah dikembalikan.</translation>
    </message>
    <message>
        <source>Nothing was recorded a second time.</source>
        <translation>Tidak ada yang dicatat dua kali.</translation>
    </message>
    <message>
        <source>Don&apos;t give it again; look at the receipt.</source>
        <translation>Jangan berikan lagi; lihat kuitansinya.</translation>
    </message>
    <message>
        <source>This laptop was brought back from an old copy and has not heard yet what it gave and deposited.</source>
        <translation>Laptop ini dipulihkan dari salinan lama dan belum tahu uang apa saja yang sudah dikembalikan dan disetor.</translation>
    </message>
    <message>
        <source>Don&apos;t hand over the money yet; connect to the internet once, then try again.</source>
        <translation>Jangan serahkan uangnya dulu; sambungkan ke internet satu kali, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The name or the signature of whoever receives the money is missing.</source>
        <translation>Nama atau tanda tangan penerima uang belum ada.</translation>
    </message>
    <message>
        <source>Write the name and let them sign, then give the money.</source>
        <translation>Tulis namanya dan minta tanda tangan, lalu berikan uangnya.</translation>
    </message>
    <message>
        <source>No receipt has been chosen.</source>
        <translation>Belum ada kuitansi yang dipilih.</translation>
    </message>
    <message>
        <source>Choose the receipts whose cash you deposited.</source>
        <translation>Pilih kuitansi yang uangnya Anda setor.</translation>
    </message>
    <message>
        <source>The amount is missing.</source>
        <translation>Jumlah uang belum diisi.</translation>
    </message>
    <message>
        <source>Write the amount in whole rupiah.</source>
        <translation>Tulis jumlahnya dalam rupiah utuh.</translation>
    </message>
    <message>
        <source>The billing code has 8 to 20 digits.</source>
        <translation>Kode iuran terdiri dari 8 sampai 20 angka.</translation>
    </message>
    <message>
        <source>Copy the billing code from the slip.</source>
        <translation>Salin kode iuran dari bukti setor.</translation>
    </message>
    <message>
        <source>The time of the deposit is still to come.</source>
        <translation>Waktu setoran belum tiba.</translation>
    </message>
    <message>
        <source>Check date and time on the slip and on this laptop.</source>
        <translation>Periksa tanggal dan jam di bukti setor dan di laptop ini.</translation>
    </message>
    <message>
        <source>This file is not a picture that can be read.</source>
        <translation>Berkas ini bukan gambar yang bisa dibaca.</translation>
    </message>
    <message>
        <source>Choose a photo of the slip, JPEG or PNG.</source>
        <translation>Pilih foto slip, JPEG atau PNG.</translation>
    </message>
    <message>
        <source>The branch still decides whether this receipt is void.</source>
        <translation>Cabang masih memutuskan apakah kuitansi ini batal.</translation>
    </message>
    <message>
        <source>Leave this receipt out until the decision is there.</source>
        <translation>Jangan ikutkan kuitansi ini sebelum ada keputusan.</translation>
    </message>
    <message>
        <source>There is less cash in hand than this amount.</source>
        <translation>Kas di tangan kurang dari jumlah ini.</translation>
    </message>
    <message>
        <source>Count the cash again and check the amount.</source>
        <translation>Hitung lagi uangnya dan periksa jumlahnya.</translation>
    </message>
    <message>
        <source>The count holds a note or coin that does not exist, or less than none.</source>
        <translation>Hitungan berisi uang yang tidak ada, atau kurang dari nol.</translation>
    </message>
    <message>
        <source>Nothing was recorded, the day is still open.</source>
        <translation>Tidak ada yang dicatat, hari ini belum ditutup.</translation>
    </message>
    <message>
        <source>Correct the count.</source>
        <translation>Perbaiki hitungannya.</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Hari itu belum tiba.</translation>
    </message>
    <message>
        <source>Check the date on this laptop.</source>
        <translation>Periksa tanggal di laptop ini.</translation>
    </message>
    <message>
        <source>This day is closed already.</source>
        <translation>Hari ini sudah ditutup.</translation>
    </message>
    <message>
        <source>The first closing stands, nothing was changed.</source>
        <translation>Tutup kas pertama tetap berlaku, tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Go on with the next day.</source>
        <translation>Lanjutkan dengan hari berikutnya.</translation>
    </message>
    <message>
        <source>An earlier day has not been closed yet: {day}.</source>
        <translation>Ada hari sebelumnya yang belum ditutup: {day}.</translation>
    </message>
    <message>
        <source>Close the earlier day first.</source>
        <translation>Tutup dulu hari sebelumnya.</translation>
    </message>
    <message>
        <source>This is not a whole code: it has 12 letters and digits.</source>
        <translation>Kode ini belum utuh: kodenya 12 huruf dan angka.</translation>
    </message>
    <message>
        <source>Nothing was changed, and this does not count as a try.</source>
        <translation>Tidak ada yang berubah, dan ini tidak dihitung sebagai percobaan.</translation>
    </message>
    <message>
        <source>Let the branch read the code out once more, group by group.</source>
        <translation>Minta cabang membacakan kodenya sekali lagi, per kelompok.</translation>
    </message>
    <message>
        <source>This code does not answer what this laptop asks.</source>
        <translation>Kode ini bukan jawaban untuk pertanyaan laptop ini.</translation>
    </message>
    <message>
        <source>Nothing was changed, your drafts are safe.</source>
        <translation>Tidak ada yang berubah, draf Anda aman.</translation>
    </message>
    <message>
        <source>Compare question and code with the branch. Tries left: {tries_left}.</source>
        <translation>Cocokkan pertanyaan dan kode dengan cabang. Sisa percobaan: {tries_left}.</translation>
    </message>
    <message>
        <source>Too many wrong codes: the laptop asks anew.</source>
        <translation>Terlalu banyak kode salah: laptop bertanya dengan pertanyaan baru.</translation>
    </message>
    <message>
        <source>Read the new question to the branch: the old code does not answer it.</source>
        <translation>Bacakan pertanyaan baru kepada cabang: kode lama tidak menjawabnya.</translation>
    </message>
    <message>
        <source>The laptop waits a moment after wrong codes.</source>
        <translation>Sesudah kode salah, laptop menunggu sebentar.</translation>
    </message>
    <message>
        <source>Try again in {seconds}.</source>
        <translation>Coba lagi dalam {seconds}.</translation>
    </message>
    <message>
        <source>Your branch has no laptop with this code.</source>
        <translation>Di cabang Anda tidak ada laptop dengan kode ini.</translation>
    </message>
    <message>
        <source>Nothing was granted.</source>
        <translation>Tidak ada kode yang diberikan.</translation>
    </message>
    <message>
        <source>Let the agent read the laptop&apos;s code once more, such as 7Q2FK-03.</source>
        <translation>Minta agen membacakan kode laptopnya sekali lagi, misalnya 7Q2FK-03.</translation>
    </message>
    <message>
        <source>This laptop is revoked.</source>
        <translation>Izin laptop ini sudah dicabut.</translation>
    </message>
    <message>
        <source>Nothing was granted; what it still holds can be sent.</source>
        <translation>Tidak ada kode yang diberikan; yang masih ada di laptop itu tetap bisa dikirim.</translation>
    </message>
    <message>
        <source>Let it work again first where it was found, or give the agent a new device code.</source>
        <translation>Kalau laptopnya sudah ketemu, izinkan bekerja lagi dulu; kalau tidak, beri agen kode laptop baru.</translation>
    </message>
    <message>
        <source>The number behind the laptop&apos;s code is higher than any it was given.</source>
        <translation>Angka di belakang kode laptop lebih tinggi daripada yang pernah diberikan.</translation>
    </message>
    <message>
        <source>Let the agent read it once more. Where the server was restored from an older copy, its operator makes the code.</source>
        <translation>Minta agen membacakannya sekali lagi. Bila server dipulihkan dari salinan lama, operator server yang membuat kodenya.</translation>
    </message>
    <message>
        <source>This agent serves nobody who could be handed over.</source>
        <translation>Agen ini tidak melayani siapa pun yang bisa diserahkan.</translation>
    </message>
    <message>
        <source>Look at the agent&apos;s card: somebody may have handed them over already.</source>
        <translation>Lihat kartu agen: mungkin pesertanya sudah diserahkan.</translation>
    </message>
    <message>
        <source>Nobody wants this laptop wiped any more.</source>
        <translation>Penghapusan laptop ini sudah dibatalkan.</translation>
    </message>
    <message>
        <source>Load again. Ask for the wipe first where it is still wanted.</source>
        <translation>Muat ulang. Minta penghapusan dulu kalau masih diperlukan.</translation>
    </message>
    <message>
        <source>The question has six letters and digits.</source>
        <translation>Pertanyaannya enam huruf dan angka.</translation>
    </message>
    <message>
        <source>Let the agent read it once more from the screen.</source>
        <translation>Minta agen membacakannya sekali lagi dari layar.</translation>
    </message>
    <message>
        <source>This laptop has used up all its number ranges.</source>
        <translation>Semua rentang nomor laptop ini sudah terpakai.</translation>
    </message>
    <message>
        <source>Nothing was granted; everything sent stays valid.</source>
        <translation>Tidak ada kode yang diberikan; semua yang terkirim tetap berlaku.</translation>
    </message>
    <message>
        <source>Enrol the laptop anew with a device code.</source>
        <translation>Daftarkan laptop itu lagi dengan kode perangkat.</translation>
    </message>
    <message>
        <source>This change can&apos;t hold from so early a month.</source>
        <translation>Perubahan ini tidak bisa berlaku sejak bulan seawal itu.</translation>
    </message>
    <message>
        <source>Choose this month or a later one, and behind the last paid month where the price changes.</source>
        <translation>Pilih bulan ini atau sesudahnya; kalau harganya berubah, pilih bulan setelah bulan terakhir yang dibayar.</translation>
    </message>
    <message>
        <source>The month is more than a year ahead.</source>
        <translation>Bulannya lebih dari satu tahun ke depan.</translation>
    </message>
    <message>
        <source>Choose a month within the next twelve.</source>
        <translation>Pilih bulan dalam dua belas bulan ke depan.</translation>
    </message>
    <message>
        <source>The day on which the membership ended and the month do not fit.</source>
        <translation>Tanggal berakhirnya kepesertaan tidak cocok dengan bulannya.</translation>
    </message>
    <message>
        <source>Choose the month of that day, or the month behind it.</source>
        <translation>Pilih bulan dari tanggal itu, atau bulan sesudahnya.</translation>
    </message>
    <message>
        <source>This worker&apos;s membership has ended by then.</source>
        <translation>Kepesertaan orang ini sudah berakhir pada bulan itu.</translation>
    </message>
    <message>
        <source>Enrol the worker again if the worker comes back.</source>
        <translation>Daftarkan lagi kalau orangnya kembali menjadi peserta.</translation>
    </message>
    <message>
        <source>The branch handed this worker to another agent.</source>
        <translation>Cabang sudah menyerahkan peserta ini kepada agen lain.</translation>
    </message>
    <message>
        <source>Send the worker to the other agent.</source>
        <translation>Arahkan peserta ke agen itu.</translation>
    </message>
    <message>
        <source>The branch has not decided on this hand-over, or it is done already.</source>
        <translation>Serah terima ini belum diputuskan cabang, atau sudah selesai.</translation>
    </message>
    <message>
        <source>Send and fetch, then look again.</source>
        <translation>Kirim dan ambil data dulu, lalu lihat lagi.</translation>
    </message>
    <message>
        <source>The data of this form were cleaned from this laptop after the set time.</source>
        <translation>Data formulir ini sudah dibersihkan dari laptop ini setelah batas waktunya.</translation>
    </message>
    <message>
        <source>The branch holds all of it; the receipt and the money stand as they are.</source>
        <translation>Semuanya tersimpan di cabang; kuitansi dan uangnya tetap tercatat.</translation>
    </message>
    <message>
        <source>For a new phone, address, job or income record a change; for anything else call the branch.</source>
        <translation>Untuk nomor HP, alamat, pekerjaan, atau penghasilan yang baru, catat Perubahan data peserta; selain itu, telepon cabang.</translation>
    </message>
    <message>
        <source>The worker has not agreed to this, or took it back before.</source>
        <translation>Peserta belum menyetujui hal ini, atau sudah mencabutnya.</translation>
    </message>
    <message>
        <source>Choose only what the worker still agrees to.</source>
        <translation>Pilih hanya yang masih disetujui peserta.</translation>
    </message>
    <message>
        <source>The withdrawal is not signed yet.</source>
        <translation>Pencabutan belum ditandatangani.</translation>
    </message>
    <message>
        <source>Let the worker sign on the pad.</source>
        <translation>Minta peserta menandatangani di papan tanda tangan.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read as a list.</source>
        <translation>Berkas ini tidak bisa dibaca sebagai daftar.</translation>
    </message>
    <message>
        <source>Nothing of it was taken.</source>
        <translation>Tidak ada isinya yang diambil.</translation>
    </message>
    <message>
        <source>Save it in your spreadsheet as .xlsx or .csv and choose it again.</source>
        <translation>Simpan sebagai .xlsx atau .csv dari program tabel Anda, lalu pilih lagi.</translation>
    </message>
    <message>
        <source>This file has a password, or is a workbook of an old kind (.xls).</source>
        <translation>Berkas ini bersandi, atau berjenis lama (.xls).</translation>
    </message>
    <message>
        <source>Save it as .xlsx without a password and choose it again.</source>
        <translation>Simpan sebagai .xlsx tanpa sandi, lalu pilih lagi.</translation>
    </message>
    <message>
        <source>There are no people in this file.</source>
        <translation>Tidak ada orang di berkas ini.</translation>
    </message>
    <message>
        <source>Open it in your spreadsheet and look, or choose another file.</source>
        <translation>Buka dan lihat di program tabel Anda, atau pilih berkas lain.</translation>
    </message>
    <message>
        <source>This file is too large: a list has at most {most} people.</source>
        <translation>Berkas ini terlalu besar: satu daftar paling banyak {most} orang.</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>Bagi menjadi beberapa berkas.</translation>
    </message>
    <message>
        <source>All {lines} people of this file were enrolled from this laptop before.</source>
        <translation>Semua {lines} orang di berkas ini sudah pernah didaftarkan dari laptop ini.</translation>
    </message>
    <message>
        <source>Nobody is enrolled twice, and their receipts stand.</source>
        <translation>Tidak ada yang didaftarkan dua kali, dan kuitansinya tetap berlaku.</translation>
    </message>
    <message>
        <source>Look for them among the workers, or choose another file.</source>
        <translation>Cari mereka di Peserta, atau pilih berkas lain.</translation>
    </message>
    <message>
        <source>The columns with NIK and name are not chosen yet.</source>
        <translation>Kolom NIK dan kolom nama belum dipilih.</translation>
    </message>
    <message>
        <source>Nothing of the file was taken.</source>
        <translation>Belum ada isi berkas yang diambil.</translation>
    </message>
    <message>
        <source>Choose which column holds the NIK and which the name.</source>
        <translation>Pilih kolom mana yang berisi NIK dan mana yang berisi nama.</translation>
    </message>
    <message>
        <source>This list has no columns for NIK, name and paid until.</source>
        <translation>Daftar ini tidak punya kolom NIK, nama dan lunas sampai bulan apa.</translation>
    </message>
    <message>
        <source>Head the columns NIK, Nama and Lunas s.d., and choose the file again.</source>
        <translation>Beri judul kolom NIK, Nama dan Lunas s.d., lalu pilih berkasnya lagi.</translation>
    </message>
    <message>
        <source>Some people are no longer ready since you looked: {count}.</source>
        <translation>Ada orang yang ternyata belum siap sejak terakhir dilihat: {count}.</translation>
    </message>
    <message>
        <source>No money was recorded, and nothing that was typed is lost.</source>
        <translation>Tidak ada uang yang dicatat, dan yang sudah diketik tidak hilang.</translation>
    </message>
    <message>
        <source>Look at the lines that are marked, then take the money again.</source>
        <translation>Lihat baris yang ditandai, lalu terima uangnya lagi.</translation>
    </message>
    <message>
        <source>It is not said yet who pays.</source>
        <translation>Belum disebutkan siapa yang membayar.</translation>
    </message>
    <message>
        <source>Type the name of whoever hands over the money.</source>
        <translation>Ketik nama orang atau lembaga yang menyerahkan uang.</translation>
    </message>
    <message>
        <source>What some members owe has changed since you looked: {count}.</source>
        <translation>Tagihan beberapa anggota sudah berubah sejak Anda melihatnya: {count} orang.</translation>
    </message>
    <message>
        <source>Look at the list and the sum once more, then take the money again.</source>
        <translation>Lihat daftar dan jumlahnya sekali lagi, lalu terima uangnya.</translation>
    </message>
    <message>
        <source>Nobody of this group is served from this laptop any more.</source>
        <translation>Tidak ada lagi anggota kelompok ini yang dilayani dari laptop ini.</translation>
    </message>
    <message>
        <source>Receipts and payments stand as they were.</source>
        <translation>Kuitansi dan pembayaran tetap seperti semula.</translation>
    </message>
    <message>
        <source>Choose another group, or look for the people among the workers.</source>
        <translation>Pilih kelompok lain, atau cari orangnya di Peserta.</translation>
    </message>
    <message>
        <source>Split the list into two groups.</source>
        <translation>Bagi daftar menjadi dua kelompok.</translation>
    </message>
    <message>
        <source>A signed list has at most {most} photographed pages.</source>
        <translation>Daftar tanda tangan paling banyak {most} halaman foto.</translation>
    </message>
    <message>
        <source>Columns of the answers are still to be chosen.</source>
        <translation>Kolom jawaban belum semua dipilih.</translation>
    </message>
    <message>
        <source>Choose which column is the NIK and which the KPJ or the reason, or which is the kode iuran.</source>
        <translation>Pilih kolom NIK dan kolom KPJ atau alasannya, atau kolom kode iuran.</translation>
    </message>
    <message>
        <source>The pages that are there are kept.</source>
        <translation>Halaman yang sudah ada tetap disimpan.</translation>
    </message>
    <message>
        <source>This laptop can&apos;t tell the branch which one it is: a file is gone.</source>
        <translation>Laptop ini tidak bisa menyebutkan kodenya kepada cabang: satu berkasnya hilang.</translation>
    </message>
    <message>
        <source>Don&apos;t delete anything. Bring the laptop to the branch, with your copy of it.</source>
        <translation>Jangan hapus apa pun. Bawa laptop ke cabang, dengan salinan cadangannya.</translation>
    </message>
    <message>
        <source>This file is not about a forgotten password.</source>
        <translation>Ini bukan berkas lupa kata sandi.</translation>
    </message>
    <message>
        <source>A laptop&apos;s request ends in .perisai-sandi, the branch&apos;s answer in .perisai-sandi-jawaban.</source>
        <translation>Nama permintaan laptop berakhiran .perisai-sandi, jawaban cabang .perisai-sandi-jawaban.</translation>
    </message>
    <message>
        <source>This is the other one of the two files.</source>
        <translation>Ini berkas yang satunya lagi.</translation>
    </message>
    <message>
        <source>The branch opens the request (.perisai-sandi), the laptop the answer (.perisai-sandi-jawaban).</source>
        <translation>Cabang membuka permintaan (.perisai-sandi), laptop membuka jawaban (.perisai-sandi-jawaban).</translation>
    </message>
    <message>
        <source>This file about a forgotten password was made by a newer Perisai.</source>
        <translation>Berkas lupa kata sandi ini dibuat Perisai yang lebih baru.</translation>
    </message>
    <message>
        <source>Install the newest version here, then choose the file once more.</source>
        <translation>Pasang versi terbaru di sini, lalu pilih berkasnya sekali lagi.</translation>
    </message>
    <message>
        <source>This file about a forgotten password did not come whole.</source>
        <translation>Berkas lupa kata sandi ini tidak sampai dengan utuh.</translation>
    </message>
    <message>
        <source>Nothing was changed, the data on the laptop is safe.</source>
        <translation>Tidak ada yang berubah, data di laptop aman.</translation>
    </message>
    <message>
        <source>Have it sent once more, as a file and not as a picture or text.</source>
        <translation>Minta dikirim sekali lagi, sebagai berkas, bukan foto atau teks.</translation>
    </message>
    <message>
        <source>This file is about another laptop.</source>
        <translation>Berkas ini milik laptop lain.</translation>
    </message>
    <message>
        <source>Choose the file with this laptop&apos;s code in its name.</source>
        <translation>Pilih berkas dengan kode laptop ini di namanya.</translation>
    </message>
    <message>
        <source>This answers another request than the one that is open here.</source>
        <translation>Ini jawaban untuk permintaan lain, bukan yang terbuka di sini.</translation>
    </message>
    <message>
        <source>Nothing was changed, your data is safe.</source>
        <translation>Tidak ada yang berubah, data Anda aman.</translation>
    </message>
    <message>
        <source>Send the branch the file of this request, and read out the code shown here.</source>
        <translation>Kirim berkas permintaan ini ke cabang, lalu bacakan kode yang tampil di sini.</translation>
    </message>
    <message>
        <source>The branch&apos;s answer does not open the data on this laptop.</source>
        <translation>Jawaban cabang tidak membuka data di laptop ini.</translation>
    </message>
    <message>
        <source>Nothing was changed, the password of before still holds.</source>
        <translation>Tidak ada yang berubah, kata sandi yang lama tetap berlaku.</translation>
    </message>
    <message>
        <source>The code does not belong to this file.</source>
        <translation>Kode ini bukan kode berkas itu.</translation>
    </message>
    <message>
        <source>Nothing was answered, the laptop stays locked.</source>
        <translation>Tidak ada jawaban yang dibuat, laptopnya tetap terkunci.</translation>
    </message>
    <message>
        <source>Let the agent read it out once more. If it still differs, somebody else made the file: don&apos;t answer it.</source>
        <translation>Minta agen membacakannya sekali lagi. Kalau tetap berbeda, berkas itu dibuat orang lain: jangan dijawab.</translation>
    </message>
    <message>
        <source>The request was not made in these two weeks, by the laptop&apos;s date.</source>
        <translation>Menurut tanggal laptop, permintaan ini tidak dibuat dalam dua minggu ini.</translation>
    </message>
    <message>
        <source>Let the agent look at the laptop&apos;s date, withdraw the request and make a new one.</source>
        <translation>Minta agen memeriksa tanggal laptop, membatalkan permintaan, lalu membuat yang baru.</translation>
    </message>
    <message>
        <source>The server&apos;s recovery key does not open this laptop&apos;s data.</source>
        <translation>Kunci pemulihan di server tidak membuka data laptop ini.</translation>
    </message>
    <message>
        <source>Let whoever runs the server put back the recovery.key of the day on which the laptop was enrolled.</source>
        <translation>Minta pengelola server mengembalikan recovery.key dari hari laptop itu didaftarkan.</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>Deposit…</source>
        <translation>Setor…</translation>
    </message>
    <message>
        <source>Close the day…</source>
        <translation>Tutup kas…</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>Kembalikan…</translation>
    </message>
    <message>
        <source>Other movement…</source>
        <translation>Gerakan lain…</translation>
    </message>
    <message>
        <source>Cash in hand</source>
        <translation>Kas di tangan</translation>
    </message>
    <message>
        <source>Not closed yet: {days}.</source>
        <translation>Belum ditutup: {days}.</translation>
    </message>
</context>
<context>
    <name>FigureTiles</name>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Enrolled this month</source>
        <translation>Peserta baru bulan ini</translation>
    </message>
    <message>
        <source>Collected this month</source>
        <translation>Iuran terkumpul bulan ini</translation>
    </message>
    <message>
        <source>Cash to deposit</source>
        <translation>Kas untuk disetor</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Setor</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Choose a finding</source>
        <translation>Pilih temuan</translation>
    </message>
    <message>
        <source>What was found, and the records that show it.</source>
        <translation>Apa yang ditemukan, dan data yang menunjukkannya.</translation>
    </message>
    <message>
        <source>A finding decides nothing. It is a reason to look, and often there is a good explanation.</source>
        <translation>Temuan tidak memutuskan apa pun. Temuan adalah alasan untuk melihat, dan sering ada penjelasan yang wajar.</translation>
    </message>
    <message>
        <source>Findings: {count}</source>
        <translation>Temuan: {count}</translation>
    </message>
    <message>
        <source>Open the agent&apos;s card</source>
        <translation>Buka kartu agen</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Buka data</translation>
    </message>
    <message>
        <source>No single record shows it: look at the agent&apos;s numbers and laptops.</source>
        <translation>Tidak ada satu data yang menunjukkannya: lihat angka dan laptop agen itu.</translation>
    </message>
    <message>
        <source>Receipts and deposits that show it: {count}. They are not reviewed; the agent&apos;s card tells of the cash.</source>
        <translation>Kuitansi dan setoran yang menunjukkannya: {count}. Semuanya tidak perlu ditinjau; kasnya ada di kartu agen.</translation>
    </message>
    <message>
        <source>Copy the record numbers</source>
        <translation>Salin nomor data</translation>
    </message>
    <message>
        <source>Records that show it</source>
        <translation>Data yang menunjukkannya</translation>
    </message>
    <message>
        <source>Record {place}</source>
        <translation>Data {place}</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Parts of one payment came separately</source>
        <translation>Satu pembayaran datang terpisah</translation>
    </message>
    <message>
        <source>Turns 65 within half a year</source>
        <translation>Genap 65 tahun dalam setengah tahun</translation>
    </message>
    <message>
        <source>The amount is too large to be true</source>
        <translation>Jumlahnya terlalu besar untuk benar</translation>
    </message>
    <message>
        <source>Another record already stands in this place</source>
        <translation>Data lain sudah menempati tempat ini</translation>
    </message>
    <message>
        <source>Corrects a version that the branch never saw</source>
        <translation>Memperbaiki versi yang belum pernah dilihat cabang</translation>
    </message>
    <message>
        <source>The bracket is not that of the income</source>
        <translation>Golongan upah tidak sesuai dengan penghasilannya</translation>
    </message>
    <message>
        <source>Cash stayed in hand for too long</source>
        <translation>Kas terlalu lama di tangan agen</translation>
    </message>
    <message>
        <source>The change says nothing</source>
        <translation>Perubahan ini tidak berisi apa-apa</translation>
    </message>
    <message>
        <source>The laptop&apos;s clock was ahead of the day of arrival</source>
        <translation>Jam laptop lebih maju daripada hari catatannya tiba</translation>
    </message>
    <message>
        <source>The laptop&apos;s clock was turned back between two records</source>
        <translation>Jam laptop dimundurkan di antara dua catatan</translation>
    </message>
    <message>
        <source>Two corrections disagree</source>
        <translation>Dua perbaikan tidak sama</translation>
    </message>
    <message>
        <source>Consent was taken back: stop using the data within 3 times 24 hours</source>
        <translation>Persetujuan dicabut: hentikan pemakaian data dalam 3 x 24 jam</translation>
    </message>
    <message>
        <source>A credit was used</source>
        <translation>Kelebihan bayar dipakai</translation>
    </message>
    <message>
        <source>Names a decision of the branch that there is not</source>
        <translation>Menyebut keputusan cabang yang tidak ada</translation>
    </message>
    <message>
        <source>The deposit is unlike its receipts</source>
        <translation>Setoran tidak sesuai dengan kuitansinya</translation>
    </message>
    <message>
        <source>Sent by a laptop that was revoked</source>
        <translation>Dikirim dari laptop yang sudah dicabut</translation>
    </message>
    <message>
        <source>The same NIK is registered already</source>
        <translation>NIK ini sudah terdaftar</translation>
    </message>
    <message>
        <source>The day of the end and its month do not fit</source>
        <translation>Tanggal berakhir tidak cocok dengan bulannya</translation>
    </message>
    <message>
        <source>Ends the membership and changes it at once</source>
        <translation>Mengakhiri kepesertaan dan sekaligus mengubahnya</translation>
    </message>
    <message>
        <source>The membership ends: the worker has died</source>
        <translation>Kepesertaan berakhir: peserta meninggal</translation>
    </message>
    <message>
        <source>The membership ends: the worker is employed now</source>
        <translation>Kepesertaan berakhir: peserta sudah bekerja di perusahaan</translation>
    </message>
    <message>
        <source>The membership ends: the worker wishes so</source>
        <translation>Kepesertaan berakhir: keinginan peserta sendiri</translation>
    </message>
    <message>
        <source>Records that the laptop wrote have not arrived</source>
        <translation>Catatan yang dibuat laptop belum sampai</translation>
    </message>
    <message>
        <source>Sent by a copy of the laptop&apos;s data that was not granted</source>
        <translation>Dikirim dari salinan data laptop yang belum diizinkan</translation>
    </message>
    <message>
        <source>The first payment after months without any</source>
        <translation>Pembayaran pertama setelah beberapa bulan kosong</translation>
    </message>
    <message>
        <source>Names another laptop than the one that sent it</source>
        <translation>Menyebut laptop lain, bukan pengirimnya</translation>
    </message>
    <message>
        <source>Two copies of one laptop wrote different records</source>
        <translation>Dua salinan satu laptop menulis data berbeda</translation>
    </message>
    <message>
        <source>This hand-over was followed before</source>
        <translation>Serah terima ini sudah pernah dijalankan</translation>
    </message>
    <message>
        <source>The same record came twice with different content</source>
        <translation>Data yang sama datang dua kali dengan isi berbeda</translation>
    </message>
    <message>
        <source>A month is paid twice in one contribution</source>
        <translation>Satu bulan dibayar dua kali dalam satu iuran</translation>
    </message>
    <message>
        <source>Names other payments than the receipt has</source>
        <translation>Menyebut pembayaran yang tidak ada di kuitansi itu</translation>
    </message>
    <message>
        <source>Many enrolments within one hour</source>
        <translation>Banyak pendaftaran dalam satu jam</translation>
    </message>
    <message>
        <source>Changes the price of months that are paid</source>
        <translation>Mengubah harga bulan yang sudah dibayar</translation>
    </message>
    <message>
        <source>Reaches back into months that are past</source>
        <translation>Berlaku surut ke bulan yang sudah lewat</translation>
    </message>
    <message>
        <source>The money was given back or voided before</source>
        <translation>Uangnya sudah dikembalikan atau dibatalkan sebelumnya</translation>
    </message>
    <message>
        <source>Many participants gave the same phone number</source>
        <translation>Satu nomor HP dipakai banyak peserta</translation>
    </message>
    <message>
        <source>A photo that the record names has not arrived</source>
        <translation>Foto yang disebut data ini belum sampai</translation>
    </message>
    <message>
        <source>The same photo belongs to somebody else&apos;s record</source>
        <translation>Foto yang sama ada di data orang lain</translation>
    </message>
    <message>
        <source>The price could not be checked</source>
        <translation>Harga tidak dapat diperiksa</translation>
    </message>
    <message>
        <source>Right by the laptop&apos;s older settings; that day&apos;s would give another price</source>
        <translation>Benar menurut pengaturan lama di laptop; menurut pengaturan hari itu harganya lain</translation>
    </message>
    <message>
        <source>The receipt does not fit its contributions</source>
        <translation>Kuitansi tidak cocok dengan iurannya</translation>
    </message>
    <message>
        <source>The receipt&apos;s date differs from the record&apos;s</source>
        <translation>Tanggal kuitansi berbeda dari tanggal data</translation>
    </message>
    <message>
        <source>The receipt&apos;s money was deposited already</source>
        <translation>Uang kuitansi itu sudah disetor</translation>
    </message>
    <message>
        <source>A receipt number is missing before this one</source>
        <translation>Ada nomor kuitansi yang hilang sebelum ini</translation>
    </message>
    <message>
        <source>Money without a receipt</source>
        <translation>Uang tanpa kuitansi</translation>
    </message>
    <message>
        <source>The receipt&apos;s number is not this laptop&apos;s</source>
        <translation>Nomor kuitansi bukan milik laptop ini</translation>
    </message>
    <message>
        <source>The receipt&apos;s number was used before</source>
        <translation>Nomor kuitansi sudah pernah dipakai</translation>
    </message>
    <message>
        <source>Names a receipt of another agent</source>
        <translation>Menyebut kuitansi agen lain</translation>
    </message>
    <message>
        <source>The receipt&apos;s signature is not genuine</source>
        <translation>Tanda tangan kuitansi tidak asli</translation>
    </message>
    <message>
        <source>The receipt names another number of workers</source>
        <translation>Jumlah orang pada kuitansi berbeda</translation>
    </message>
    <message>
        <source>The same money was refunded before</source>
        <translation>Uang yang sama sudah dikembalikan sebelumnya</translation>
    </message>
    <message>
        <source>Two people decided whose passwords came from the same administrator</source>
        <translation>Diputuskan dua orang yang kata sandinya dari admin yang sama</translation>
    </message>
    <message>
        <source>Probably the same person as another participant, under another NIK</source>
        <translation>Mungkin orang yang sama dengan peserta lain, dengan NIK berbeda</translation>
    </message>
    <message>
        <source>About a record of another agent</source>
        <translation>Tentang data agen lain</translation>
    </message>
    <message>
        <source>Two jobs, one of them transport: the branch decides the price</source>
        <translation>Dua pekerjaan, salah satunya angkutan: cabang menentukan harga</translation>
    </message>
    <message>
        <source>The record cannot be read</source>
        <translation>Data tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Written by a newer program</source>
        <translation>Ditulis oleh program yang lebih baru</translation>
    </message>
    <message>
        <source>The same void was asked for before</source>
        <translation>Pembatalan yang sama sudah pernah diminta</translation>
    </message>
    <message>
        <source>More receipts voided than is usual</source>
        <translation>Kuitansi dibatalkan lebih banyak dari biasanya</translation>
    </message>
    <message>
        <source>Names another worker than the record it corrects</source>
        <translation>Menyebut orang lain, bukan yang diperbaiki</translation>
    </message>
    <message>
        <source>Names other workers than the branch&apos;s decision</source>
        <translation>Menyebut peserta lain dari yang diputuskan cabang</translation>
    </message>
    <message>
        <source>Paid for somebody whom only the branch knows, by NIK</source>
        <translation>Dibayar lewat NIK untuk orang yang hanya dikenal cabang</translation>
    </message>
    <message>
        <source>About somebody whom the branch does not know yet</source>
        <translation>Tentang orang yang belum dikenal cabang</translation>
    </message>
    <message>
        <source>To be checked by a person</source>
        <translation>Perlu diperiksa petugas</translation>
    </message>
</context>
<context>
    <name>FindingsBar</name>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 hari</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 hari</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 hari</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Menurut jenis</translation>
    </message>
    <message>
        <source>By agent</source>
        <translation>Menurut agen</translation>
    </message>
    <message>
        <source>Group the findings</source>
        <translation>Susun temuan</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>What the checks found</source>
        <translation>Yang ditemukan oleh pemeriksaan</translation>
    </message>
    <message>
        <source>The checks looked at every record of these days and at what stands open, and saw nothing unusual. Look at more days above.</source>
        <translation>Pemeriksaan melihat setiap data pada hari-hari ini dan yang masih belum selesai, dan tidak menemukan yang aneh. Lihat lebih banyak hari di atas.</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Tidak ada temuan</translation>
    </message>
    <message>
        <source>Findings decide nothing: they say where to look first.</source>
        <translation>Temuan tidak memutuskan apa pun, hanya petunjuk.</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Muat ulang</translation>
    </message>
    <message>
        <source>open</source>
        <translation>buka</translation>
    </message>
    <message>
        <source>There is more than fits here; the newest are shown.</source>
        <translation>Masih ada lebih banyak temuan; yang terbaru ditampilkan.</translation>
    </message>
    <message>
        <source>Findings: {count} · rupiah that differ: {rupiah}</source>
        <translation>Temuan: {count} · selisih rupiah: {rupiah}</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>{days}, and what stands open</source>
        <translation>{days}, dan yang belum selesai</translation>
    </message>
</context>
<context>
    <name>FirstRunView</name>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Protection for those who work on their own</source>
        <translation>Perlindungan bagi pekerja mandiri</translation>
    </message>
    <message>
        <source>The code ties this laptop to your branch and to nobody else</source>
        <translation>Kode ini mengikat laptop dengan cabang Anda saja</translation>
    </message>
    <message>
        <source>Your password locks the data; write it down where only you find it</source>
        <translation>Kata sandi mengunci data; catat di tempat yang hanya Anda tahu</translation>
    </message>
    <message>
        <source>Only this step needs the internet</source>
        <translation>Hanya langkah ini yang perlu internet</translation>
    </message>
    <message>
        <source>Step {step} of 3</source>
        <translation>Langkah {step} dari 3</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Selesai semua</translation>
    </message>
    <message>
        <source>Asking the branch who it is…</source>
        <translation>Menanyakan ke server cabang…</translation>
    </message>
    <message>
        <source>Turning your password into a lock, this takes a moment on purpose…</source>
        <translation>Membuat kunci dari kata sandi, memang perlu sebentar…</translation>
    </message>
    <message>
        <source>Handing the code to the branch…</source>
        <translation>Menyerahkan kode ke cabang…</translation>
    </message>
    <message>
        <source>Making the locked store on this laptop…</source>
        <translation>Membuat penyimpanan terkunci di laptop ini…</translation>
    </message>
</context>
<context>
    <name>Fix</name>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>Sent: {value}</source>
        <translation>Dikirim: {value}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>required, the reviewer reads it</source>
        <translation>wajib, dibaca Penyelia</translation>
    </message>
</context>
<context>
    <name>FixDesk</name>
    <message>
        <source>Receipt</source>
        <translation>Kuitansi</translation>
    </message>
    <message>
        <source>Correct another field too</source>
        <translation>Perbaiki isian lain juga</translation>
    </message>
    <message>
        <source>Send the correction</source>
        <translation>Kirim perbaikan</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Sudah saya baca</translation>
    </message>
    <message>
        <source>Which field is wrong?</source>
        <translation>Isian mana yang salah?</translation>
    </message>
    <message>
        <source>It is kept on this laptop and goes up with the next connection.</source>
        <translation>Tersimpan di laptop ini dan terkirim begitu tersambung.</translation>
    </message>
    <message>
        <source>Correction saved</source>
        <translation>Perbaikan tersimpan</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Already registered</source>
        <translation>Sudah terdaftar</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>Perlu diperbaiki</translation>
    </message>
    <message>
        <source>{rupiah} stays recorded · receipt {number}</source>
        <translation>{rupiah} tetap tercatat · kuitansi {number}</translation>
    </message>
    <message>
        <source>No money hangs on this</source>
        <translation>Tidak menyangkut uang</translation>
    </message>
    <message>
        <source>Cleaned from the laptop</source>
        <translation>Sudah dibersihkan</translation>
    </message>
    <message>
        <source>Your own correction</source>
        <translation>Perbaikan Anda</translation>
    </message>
    <message>
        <source>Choose the field that is wrong</source>
        <translation>Pilih isian yang salah</translation>
    </message>
    <message>
        <source>Only what you change goes to the branch; all else stays as it was written.</source>
        <translation>Hanya yang Anda ubah dikirim ke cabang; yang lain tetap seperti yang tertulis.</translation>
    </message>
    <message>
        <source>The branch decides what happens with the money; ask before you give it back.</source>
        <translation>Cabang yang memutuskan soal uangnya; tanyakan dulu sebelum mengembalikan.</translation>
    </message>
    <message>
        <source>The branch will call you. Nothing is to be done here.</source>
        <translation>Cabang akan menghubungi Anda. Tidak ada yang perlu dilakukan di sini.</translation>
    </message>
    <message>
        <source>The branch asks you to correct this</source>
        <translation>Cabang meminta data ini diperbaiki</translation>
    </message>
    <message>
        <source>The receipt stands, and its months count as paid again.</source>
        <translation>Kuitansinya tetap berlaku, dan bulannya terhitung lunas lagi.</translation>
    </message>
    <message>
        <source>What stood before holds again.</source>
        <translation>Yang lama berlaku lagi.</translation>
    </message>
</context>
<context>
    <name>FoldedFields</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Contact and family</source>
        <translation>Kontak &amp; keluarga</translation>
    </message>
    <message>
        <source>Place of work</source>
        <translation>Tempat kerja</translation>
    </message>
    <message>
        <source>Heirs</source>
        <translation>Ahli waris</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Rekening bank</translation>
    </message>
</context>
<context>
    <name>ForgottenDialog</name>
    <message>
        <source>A new password through the branch</source>
        <translation>Kata sandi baru lewat cabang</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>Simpan berkas…</translation>
    </message>
    <message>
        <source>Open the branch&apos;s answer…</source>
        <translation>Buka jawaban cabang…</translation>
    </message>
    <message>
        <source>Set the new password</source>
        <translation>Pasang kata sandi baru</translation>
    </message>
    <message>
        <source>Laptop {device}. Sign by sign: {signs}. 0 is always the digit, 1 too.</source>
        <translation>Laptop {device}. Tanda demi tanda: {signs}. 0 selalu angka nol, 1 selalu angka satu.</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Tersimpan sebagai {name}</translation>
    </message>
    <message>
        <source>Give or send it to the branch. Nothing in it is personal, and it opens nothing.</source>
        <translation>Serahkan atau kirim ke cabang. Tidak ada data pribadi di dalamnya, dan tidak membuka apa pun.</translation>
    </message>
    <message>
        <source>The two passwords differ</source>
        <translation>Kedua kata sandi berbeda</translation>
    </message>
    <message>
        <source>Your data stays on this laptop. The branch can open it for a new password, nobody else.</source>
        <translation>Data Anda tetap ada di laptop ini. Cabang bisa membukanya untuk kata sandi baru, orang lain tidak.</translation>
    </message>
    <message>
        <source>1. Save a small file and send it to the branch: on a USB stick, or by phone.</source>
        <translation>1. Simpan satu berkas kecil dan kirim ke cabang: lewat flashdisk atau HP.</translation>
    </message>
    <message>
        <source>2. Call the branch and read out the code that is shown here then.</source>
        <translation>2. Telepon cabang dan bacakan kode yang nanti tampil di sini.</translation>
    </message>
    <message>
        <source>3. The branch sends a file back. Open it here and choose a new password.</source>
        <translation>3. Cabang mengirim berkas balasan. Buka di sini dan pilih kata sandi baru.</translation>
    </message>
    <message>
        <source>Don&apos;t delete anything and don&apos;t enrol anew.</source>
        <translation>Jangan hapus apa pun dan jangan mendaftar ulang.</translation>
    </message>
    <message>
        <source>What was not sent yet is on this laptop alone.</source>
        <translation>Yang belum terkirim hanya ada di laptop ini.</translation>
    </message>
    <message>
        <source>Call the branch and read this code to them:</source>
        <translation>Telepon cabang dan bacakan kode ini:</translation>
    </message>
    <message>
        <source>The branch answers with a file. You may close Perisai until it comes: the code stays the same.</source>
        <translation>Cabang menjawab dengan berkas. Sambil menunggu Perisai boleh ditutup: kodenya tetap sama.</translation>
    </message>
    <message>
        <source>Save the file again…</source>
        <translation>Simpan berkas lagi…</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>Batalkan permintaan</translation>
    </message>
    <message>
        <source>The branch&apos;s answer opens your data.</source>
        <translation>Jawaban cabang membuka data Anda.</translation>
    </message>
    <message>
        <source>Choose a new password now. A short sentence of yours is easiest to remember.</source>
        <translation>Sekarang pilih kata sandi baru. Kalimat pendek paling mudah diingat.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Ulangi kata sandi baru</translation>
    </message>
    <message>
        <source>File for the branch</source>
        <translation>Berkas untuk cabang</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Semua berkas</translation>
    </message>
    <message>
        <source>Answer of the branch</source>
        <translation>Jawaban cabang</translation>
    </message>
</context>
<context>
    <name>FormCard</name>
    <message>
        <source>Read aloud</source>
        <translation>Bacakan</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draf</numerusform>
        </translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identitas</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Persetujuan</translation>
    </message>
</context>
<context>
    <name>GroupRenewal</name>
    <message>
        <source>Family</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 anggota</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>{count} anggota</translation>
    </message>
    <message>
        <source>{count} to pay</source>
        <translation>{count} orang</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Lunas</translation>
    </message>
    <message>
        <source>can&apos;t be paid for</source>
        <translation>tidak bisa dibayar</translation>
    </message>
    <message>
        <source>pays</source>
        <translation>membayar</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>consent withdrawn</source>
        <translation>persetujuan dicabut</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>lunas</translation>
    </message>
    <message>
        <source>left out last time</source>
        <translation>dilewati sebelumnya</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>waktunya bayar</translation>
    </message>
    <message>
        <source>What is owed</source>
        <translation>Sesuai tagihan</translation>
    </message>
    <message>
        <source>{count} of {all} pay</source>
        <translation>{count} dari {all} membayar</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} dilewati</translation>
    </message>
    <message>
        <source>{count} can&apos;t pay</source>
        <translation>{count} tidak bisa membayar</translation>
    </message>
    <message>
        <source>{count} receipts</source>
        <translation>{count} kuitansi</translation>
    </message>
    <message>
        <source>The receipt for {people} is being written</source>
        <translation>Kuitansi untuk {people} sedang ditulis</translation>
    </message>
    <message>
        <source>Receipt {number} of {count} is being written</source>
        <translation>Kuitansi {number} dari {count} sedang ditulis</translation>
    </message>
</context>
<context>
    <name>GroupRenewalDialog</name>
    <message>
        <source>Renew a group</source>
        <translation>Perpanjang kelompok</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation>Terima uang</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Kembali ke daftar</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Skip</source>
        <translation>Lewati</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation>{place} dari {all}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>The branch moves {count} participants to {agent} ({number})</source>
        <translation>Cabang memindahkan {count} peserta ke {agent} ({number})</translation>
    </message>
    <message>
        <source>The branch gives you {count} participants of {agent} ({number})</source>
        <translation>Cabang memberi Anda {count} peserta dari {agent} ({number})</translation>
    </message>
    <message>
        <source>They fall due in your round from then on</source>
        <translation>Sejak itu mereka jatuh tempo di Iuran Anda</translation>
    </message>
    <message>
        <source>Cash that they paid before is settled by the other agent.</source>
        <translation>Uang yang mereka bayar sebelumnya diselesaikan agen lain itu.</translation>
    </message>
    <message>
        <source>{rupiah} of theirs is in your hand</source>
        <translation>{rupiah} uang mereka masih di tangan Anda</translation>
    </message>
    <message>
        <source>It stays yours to deposit: no cash passes to the other agent.</source>
        <translation>Tetap Anda yang menyetor: tidak ada uang yang berpindah ke agen lain.</translation>
    </message>
    <message>
        <source>No cash of theirs is in your hand</source>
        <translation>Tidak ada uang mereka di tangan Anda</translation>
    </message>
    <message>
        <source>Their receipts stay with you, in your books.</source>
        <translation>Kuitansi mereka tetap tercatat pada Anda.</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>Hand-over of participants</source>
        <translation>Serah terima peserta</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Serahkan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Peserta</translation>
    </message>
    <message>
        <source>Everything that the branch decided is done.</source>
        <translation>Semua keputusan cabang sudah dijalankan.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Terima</translation>
    </message>
    <message>
        <source>{count} of them are not known on this laptop yet.</source>
        <translation>{count} di antaranya belum ada di laptop ini.</translation>
    </message>
</context>
<context>
    <name>HandoverNotice</name>
    <message>
        <source>Hand over or take…</source>
        <translation>Serah terima…</translation>
    </message>
    <message>
        <source>It counts once you have followed it, here and at the branch.</source>
        <translation>Berlaku setelah Anda menjalankannya, di sini dan di cabang.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>PRACTICE</source>
        <translation>LATIHAN</translation>
    </message>
    <message>
        <source>Nothing here is real: no money, no participants</source>
        <translation>Di sini tidak ada yang sungguhan: tidak ada uang, tidak ada peserta</translation>
    </message>
</context>
<context>
    <name>HeirsInput</name>
    <message>
        <source>Full name</source>
        <translation>Nama lengkap</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Hubungan</translation>
    </message>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>hh-bb-tttt</translation>
    </message>
    <message>
        <source>Share %</source>
        <translation>Bagian %</translation>
    </message>
    <message>
        <source>Heir {number}: full name</source>
        <translation>Ahli waris {number}: nama lengkap</translation>
    </message>
    <message>
        <source>Heir {number}: relation</source>
        <translation>Ahli waris {number}: hubungan</translation>
    </message>
    <message>
        <source>Heir {number}: date of birth</source>
        <translation>Ahli waris {number}: tanggal lahir</translation>
    </message>
    <message>
        <source>Heir {number}: share in percent</source>
        <translation>Ahli waris {number}: bagian dalam persen</translation>
    </message>
</context>
<context>
    <name>HeldDialog</name>
    <message>
        <source>Data on laptop {device}</source>
        <translation>Data di laptop {device}</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>Simpan Excel…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Simpan PDF…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>People whose data was on the laptop</source>
        <translation>Orang yang datanya ada di laptop</translation>
    </message>
    <message>
        <source>{count} people read</source>
        <translation>{count} orang terbaca</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Tersimpan sebagai {name}</translation>
    </message>
    <message>
        <source>The file holds personal data: keep it where nobody else opens it.</source>
        <translation>Berkas ini berisi data pribadi: simpan di tempat yang tidak dibuka orang lain.</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Simpan daftar</translation>
    </message>
</context>
<context>
    <name>HeldRecords</name>
    <message>
        <source>identity</source>
        <translation>identitas</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>kontak</translation>
    </message>
    <message>
        <source>family</source>
        <translation>keluarga</translation>
    </message>
    <message>
        <source>work</source>
        <translation>kerja</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>rekening bank</translation>
    </message>
    <message>
        <source>payments</source>
        <translation>iuran</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>tanda tangan</translation>
    </message>
    <message>
        <source>erased since</source>
        <translation>sudah dihapus</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Data on the laptop</source>
        <translation>Data di laptop</translation>
    </message>
    <message>
        <source>Last arrived</source>
        <translation>Terakhir tiba</translation>
    </message>
    <message>
        <source>erased at the branch</source>
        <translation>sudah dihapus di cabang</translation>
    </message>
    <message>
        <source>card only</source>
        <translation>hanya kartu</translation>
    </message>
    <message>
        <source>{people} people · {missing} records known to be missing</source>
        <translation>{people} orang · {missing} catatan diketahui belum tiba</translation>
    </message>
    <message>
        <source>book {epoch}: received up to {received} of {told}</source>
        <translation>buku {epoch}: diterima sampai {received} dari {told}</translation>
    </message>
    <message>
        <source>What was written after the last connection, drafts, and the agent&apos;s own list of former participants the branch does not know: ask the agent.</source>
        <translation>Yang ditulis setelah laptop terakhir tersambung, draf, dan daftar peserta lama milik agen tidak diketahui cabang: tanyakan kepada agen.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Key</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Guna</translation>
    </message>
    <message>
        <source>Forms: it can&apos;t be saved until this is put right</source>
        <translation>Isian: perlu dibetulkan sebelum disimpan</translation>
    </message>
    <message>
        <source>Forms: a short reason is asked for</source>
        <translation>Isian: perlu alasan singkat</translation>
    </message>
    <message>
        <source>Forms: noted for the branch</source>
        <translation>Isian: dicatat untuk cabang</translation>
    </message>
    <message>
        <source>Is it safe?</source>
        <translation>Aman?</translation>
    </message>
    <message>
        <source>What now?</source>
        <translation>Sekarang?</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Search in the help</source>
        <translation>Cari di bantuan</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Layar ini</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Istilah</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Nothing found. Try another word, or part of one.</source>
        <translation>Tidak ditemukan. Coba kata lain, atau sebagiannya.</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} ditemukan</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Where your data is</source>
        <translation>Di mana data Anda</translation>
    </message>
    <message>
        <source>Open sync</source>
        <translation>Buka Sinkronisasi</translation>
    </message>
    <message>
        <source>Who lapses next</source>
        <translation>Siapa jatuh tempo berikutnya</translation>
    </message>
    <message>
        <source>Open contributions</source>
        <translation>Buka Iuran</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Target and result</source>
        <translation>Target dan hasil</translation>
    </message>
    <message>
        <source>Open reports</source>
        <translation>Buka laporan</translation>
    </message>
    <message>
        <source>Tasks from the branch</source>
        <translation>Tugas dari cabang</translation>
    </message>
    <message>
        <source>1 enrolment</source>
        <translation>1 pendaftaran</translation>
    </message>
    <message>
        <source>{count} enrolments</source>
        <translation>{count} pendaftaran</translation>
    </message>
    <message>
        <source>Nothing collected yet</source>
        <translation>Belum ada iuran terkumpul</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 orang</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} orang</translation>
    </message>
    <message>
        <source>Collected {amount} from {people}</source>
        <translation>Terkumpul {amount} dari {people}</translation>
    </message>
    <message>
        <source>of the target of {count}</source>
        <translation>dari target {count}</translation>
    </message>
    <message>
        <source>The branch has set no target</source>
        <translation>Cabang belum menetapkan target</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>sisa 1 hari</translation>
    </message>
    <message>
        <source>{count} days left</source>
        <translation>sisa {count} hari</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>hari terakhir</translation>
    </message>
    <message>
        <source>Target reached, {left}</source>
        <translation>Target tercapai, {left}</translation>
    </message>
    <message>
        <source>{missing} to go, {left}</source>
        <translation>{missing} lagi, {left}</translation>
    </message>
    <message>
        <source>Estimate of commission: …</source>
        <translation>Perkiraan komisi: …</translation>
    </message>
    <message>
        <source>Estimate of commission {amount}</source>
        <translation>Perkiraan komisi {amount}</translation>
    </message>
    <message>
        <source>Everything is deposited</source>
        <translation>Semua sudah disetor</translation>
    </message>
    <message>
        <source>Oldest from today</source>
        <translation>Tertua hari ini</translation>
    </message>
    <message>
        <source>Oldest from yesterday</source>
        <translation>Tertua kemarin</translation>
    </message>
    <message>
        <source>Oldest is {count} days old</source>
        <translation>Tertua {count} hari</translation>
    </message>
    <message>
        <source>{month} so far</source>
        <translation>{month} · berjalan</translation>
    </message>
    <message>
        <source>Due, not late yet</source>
        <translation>Belum menunggak</translation>
    </message>
    <message>
        <source>1 month late</source>
        <translation>Menunggak 1 bulan</translation>
    </message>
    <message>
        <source>{count} months late</source>
        <translation>Menunggak {count} bulan</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>Next day of payment: {day}, {left}</source>
        <translation>Batas bayar berikutnya {day}, {left}</translation>
    </message>
    <message>
        <source>1 membership has ended and can be enrolled again</source>
        <translation>1 kepesertaan sudah berakhir, bisa didaftarkan ulang</translation>
    </message>
    <message>
        <source>{count} memberships have ended and can be enrolled again</source>
        <translation>{count} kepesertaan sudah berakhir, bisa didaftarkan ulang</translation>
    </message>
    <message>
        <source>Already registered, the branch will call</source>
        <translation>Sudah terdaftar, cabang akan menghubungi</translation>
    </message>
    <message>
        <source>Refused by the branch</source>
        <translation>Ditolak cabang</translation>
    </message>
    <message>
        <source>Sent back to correct</source>
        <translation>Dikembalikan untuk diperbaiki</translation>
    </message>
    <message>
        <source>{amount} stays recorded</source>
        <translation>{amount} tetap tercatat</translation>
    </message>
    <message>
        <source>no copy yet</source>
        <translation>belum ada cadangan</translation>
    </message>
    <message>
        <source>copy {moment}</source>
        <translation>cadangan {moment}</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 catatan</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} catatan</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 foto</translation>
    </message>
    <message>
        <source>{count} photos</source>
        <translation>{count} foto</translation>
    </message>
    <message>
        <source>On this laptop</source>
        <translation>Tersimpan di laptop ini</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Belum terkirim</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Menunggu keputusan</translation>
    </message>
    <message>
        <source>Photos waiting</source>
        <translation>Foto menunggu</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Last confirmed by the branch</source>
        <translation>Jawaban terakhir cabang</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>nothing, all of it is at the branch</source>
        <translation>tidak ada, semua sudah di cabang</translation>
    </message>
    <message>
        <source>oldest {age}</source>
        <translation>tertua {age}</translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
</context>
<context>
    <name>Kelompok</name>
    <message>
        <source>Throw this group away?</source>
        <translation>Buang kelompok ini?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>{people} who are not enrolled yet are forgotten, with everything that was typed and the photos of their list. Receipts that were issued stay.</source>
        <translation>{people} yang belum terdaftar akan dihapus, beserta semua yang sudah diketik dan foto daftarnya. Kuitansi yang sudah terbit tetap ada.</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>Pembayar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Dari berkas</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Diubah</translation>
    </message>
    <message>
        <source>Mother</source>
        <translation>Ibu kandung</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Penghasilan</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Iuran</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>Relatives or neighbours, one of whom pays for all</source>
        <translation>Kerabat atau tetangga, satu orang membayar untuk semua</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>Usaha (UMKM)</translation>
    </message>
    <message>
        <source>A small enterprise pays for its workers</source>
        <translation>Pemilik usaha membayar untuk pekerjanya</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Sponsor</translation>
    </message>
    <message>
        <source>A company, a village or the government pays for vulnerable workers</source>
        <translation>Perusahaan, desa, atau pemerintah membayar untuk pekerja rentan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>To put right</source>
        <translation>Perlu dibetulkan</translation>
    </message>
    <message>
        <source>Needs a reason</source>
        <translation>Perlu alasan</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Siap</translation>
    </message>
    <message>
        <source>Type a NIK here</source>
        <translation>Ketik NIK di sini</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Betulkan</translation>
    </message>
    <message>
        <source>Give a reason</source>
        <translation>Isi alasan</translation>
    </message>
    <message>
        <source>the same NIK as line {row}</source>
        <translation>NIK sama dengan baris {row}</translation>
    </message>
    <message>
        <source>not on the signed list</source>
        <translation>tidak ada di daftar tanda tangan</translation>
    </message>
    <message>
        <source>the signed list is not photographed yet</source>
        <translation>daftar tanda tangan belum difoto</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 orang</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} orang</translation>
    </message>
    <message>
        <source>One receipt for all of them</source>
        <translation>Satu kuitansi untuk semuanya</translation>
    </message>
    <message>
        <source>{number}. {people}, {rupiah}</source>
        <translation>{number}. {people}, {rupiah}</translation>
    </message>
    <message>
        <source>{count} receipts, in the order of the list:</source>
        <translation>{count} kuitansi, menurut urutan daftar:</translation>
    </message>
</context>
<context>
    <name>KelompokColumns</name>
    <message>
        <source>District (kecamatan)</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>Regency or city</source>
        <translation>Kabupaten atau kota</translation>
    </message>
</context>
<context>
    <name>KelompokView</name>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>List from a file…</source>
        <translation>Daftar dari berkas…</translation>
    </message>
    <message>
        <source>Save the result…</source>
        <translation>Simpan hasil…</translation>
    </message>
    <message>
        <source>A spreadsheet that says what is wrong on each line</source>
        <translation>Tabel yang memuat apa yang salah di tiap baris</translation>
    </message>
    <message numerus="yes">
        <source>Reading {name}: %n line(s)</source>
        <translation>
            <numerusform>Membaca {name}: %n baris</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>List from a file</source>
        <translation>Daftar dari berkas</translation>
    </message>
    <message>
        <source>Group enrolment</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>one payment for several people</source>
        <translation>satu pembayaran untuk beberapa orang</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>Di mana saja</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Peserta</translation>
    </message>
    <message>
        <source>New enrolment</source>
        <translation>Daftar baru</translation>
    </message>
    <message>
        <source>Renewing a group</source>
        <translation>Perpanjangan kelompok</translation>
    </message>
    <message>
        <source>The receipt</source>
        <translation>Kuitansi</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sinkronisasi</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>Perbaikan</translation>
    </message>
    <message>
        <source>Check a receipt</source>
        <translation>Periksa kuitansi</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Tinjauan</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Before signing in</source>
        <translation>Sebelum masuk</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>Lupa kata sandi</translation>
    </message>
    <message>
        <source>Your own password</source>
        <translation>Kata sandi Anda sendiri</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Bantuan ini</translation>
    </message>
    <message>
        <source>help for what is on screen</source>
        <translation>bantuan untuk yang ada di layar</translation>
    </message>
    <message>
        <source>new enrolment</source>
        <translation>daftar baru</translation>
    </message>
    <message>
        <source>search</source>
        <translation>cari</translation>
    </message>
    <message>
        <source>lock the screen</source>
        <translation>kunci layar</translation>
    </message>
    <message>
        <source>next field; with Shift the one before</source>
        <translation>isian berikutnya; dengan Shift isian sebelumnya</translation>
    </message>
    <message>
        <source>undo what was typed in a field</source>
        <translation>urungkan ketikan di isian</translation>
    </message>
    <message>
        <source>copy the cell; a NIK without spaces</source>
        <translation>salin isi sel; NIK tanpa spasi</translation>
    </message>
    <message>
        <source>save and take the money</source>
        <translation>simpan dan terima uang</translation>
    </message>
    <message>
        <source>next problem</source>
        <translation>ke masalah berikutnya</translation>
    </message>
    <message>
        <source>read the consent aloud</source>
        <translation>bacakan persetujuan</translation>
    </message>
    <message>
        <source>open the worker who has this NIK already</source>
        <translation>buka peserta yang sudah memakai NIK ini</translation>
    </message>
    <message>
        <source>change where people are enrolled</source>
        <translation>ubah tempat pendaftaran</translation>
    </message>
    <message>
        <source>close; the draft stays</source>
        <translation>tutup, draf tetap ada</translation>
    </message>
    <message>
        <source>save as PDF</source>
        <translation>simpan PDF</translation>
    </message>
    <message>
        <source>print</source>
        <translation>cetak</translation>
    </message>
    <message>
        <source>Ready for work</source>
        <translation>Siap kerja</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Iuran</translation>
    </message>
    <message>
        <source>A file on a USB stick</source>
        <translation>Berkas di flashdisk</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Kas</translation>
    </message>
    <message>
        <source>A deposit</source>
        <translation>Setoran</translation>
    </message>
    <message>
        <source>Closing a day</source>
        <translation>Tutup kas</translation>
    </message>
    <message>
        <source>Other movement of cash</source>
        <translation>Gerakan kas lain</translation>
    </message>
    <message>
        <source>Giving money back</source>
        <translation>Uang dikembalikan</translation>
    </message>
    <message>
        <source>Voiding a receipt</source>
        <translation>Pembatalan kuitansi</translation>
    </message>
    <message>
        <source>The paper of an entry</source>
        <translation>Kertas catatan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>start work</source>
        <translation>mulai bekerja</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>periksa lagi</translation>
    </message>
    <message>
        <source>to the next field that has to be filled in</source>
        <translation>ke isian wajib berikutnya</translation>
    </message>
    <message>
        <source>pay in full; once more: take the money</source>
        <translation>bayar lunas; sekali lagi: terima uang</translation>
    </message>
    <message>
        <source>fewer months</source>
        <translation>lebih sedikit bulan</translation>
    </message>
    <message>
        <source>more months</source>
        <translation>lebih banyak bulan</translation>
    </message>
    <message>
        <source>enrol again, or say income and programme</source>
        <translation>daftarkan lagi, atau isi penghasilan dan program</translation>
    </message>
    <message>
        <source>somebody pays who is not on this laptop</source>
        <translation>yang membayar belum ada di laptop ini</translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation>kembali ke daftar</translation>
    </message>
    <message>
        <source>print, then go on</source>
        <translation>cetak, lalu lanjut</translation>
    </message>
    <message>
        <source>share the text with the link</source>
        <translation>bagikan teks dengan tautannya</translation>
    </message>
    <message>
        <source>enrol the next person</source>
        <translation>daftarkan orang berikutnya</translation>
    </message>
    <message>
        <source>down the roll</source>
        <translation>turun di struk</translation>
    </message>
    <message>
        <source>up the roll</source>
        <translation>naik di struk</translation>
    </message>
    <message>
        <source>close</source>
        <translation>tutup</translation>
    </message>
    <message>
        <source>send and fetch now</source>
        <translation>kirim dan ambil sekarang</translation>
    </message>
    <message>
        <source>pause the sending, or have it go on</source>
        <translation>menjeda pengiriman, atau melanjutkannya</translation>
    </message>
    <message>
        <source>from the list to what can be done</source>
        <translation>dari daftar ke yang bisa dilakukan</translation>
    </message>
    <message>
        <source>save to a USB stick</source>
        <translation>simpan ke flashdisk</translation>
    </message>
    <message>
        <source>read the answer from a USB stick</source>
        <translation>baca jawaban dari flashdisk</translation>
    </message>
    <message>
        <source>print the hand-over sheet</source>
        <translation>cetak lembar serah terima</translation>
    </message>
    <message>
        <source>save the hand-over sheet as PDF</source>
        <translation>simpan lembar serah terima sebagai PDF</translation>
    </message>
    <message>
        <source>send the correction</source>
        <translation>kirim perbaikan</translation>
    </message>
    <message>
        <source>write a deposit down</source>
        <translation>catat setoran</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Is it the same person?</source>
        <translation>Orang yang sama?</translation>
    </message>
    <message>
        <source>Unfinished enrolments</source>
        <translation>Pendaftaran belum selesai</translation>
    </message>
    <message>
        <source>A photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Group enrolment</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Two records side by side</source>
        <translation>Dua data berdampingan</translation>
    </message>
    <message>
        <source>Photos of a record</source>
        <translation>Foto data</translation>
    </message>
    <message>
        <source>Agents &amp; devices</source>
        <translation>Agen &amp; perangkat</translation>
    </message>
    <message>
        <source>A lost laptop</source>
        <translation>Laptop hilang</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Catatan akses</translation>
    </message>
    <message>
        <source>Branch settings</source>
        <translation>Pengaturan cabang</translation>
    </message>
    <message>
        <source>Targets &amp; regions</source>
        <translation>Target &amp; wilayah</translation>
    </message>
    <message>
        <source>Approving many at once</source>
        <translation>Menyetujui banyak sekaligus</translation>
    </message>
    <message>
        <source>open the list behind a figure or a line</source>
        <translation>buka daftar di balik angka atau baris</translation>
    </message>
    <message>
        <source>from the search to the list, then to the card</source>
        <translation>dari pencarian ke daftar, lalu ke kartu</translation>
    </message>
    <message>
        <source>photo of the KTP</source>
        <translation>foto KTP</translation>
    </message>
    <message>
        <source>read the KTP, or stop that</source>
        <translation>baca KTP, atau hentikan</translation>
    </message>
    <message>
        <source>compare with who may be the same person</source>
        <translation>bandingkan dengan orang yang mungkin sama</translation>
    </message>
    <message>
        <source>the other unfinished enrolments</source>
        <translation>pendaftaran lain yang belum selesai</translation>
    </message>
    <message>
        <source>all that was read is right</source>
        <translation>semua yang terbaca sudah cocok</translation>
    </message>
    <message>
        <source>open the worker who is here</source>
        <translation>buka peserta yang sudah ada</translation>
    </message>
    <message>
        <source>it is somebody else: write down why</source>
        <translation>orang lain: tulis alasannya</translation>
    </message>
    <message>
        <source>the next one who is like</source>
        <translation>orang mirip berikutnya</translation>
    </message>
    <message>
        <source>go on with the draft</source>
        <translation>lanjutkan draf</translation>
    </message>
    <message>
        <source>throw the draft away</source>
        <translation>buang draf</translation>
    </message>
    <message>
        <source>bring back what was thrown away</source>
        <translation>kembalikan yang dibuang</translation>
    </message>
    <message>
        <source>begin with an empty form</source>
        <translation>mulai dengan formulir kosong</translation>
    </message>
    <message>
        <source>turn the camera on, or off</source>
        <translation>menyalakan kamera, atau mematikannya</translation>
    </message>
    <message>
        <source>take the photo, as Enter does</source>
        <translation>mengambil foto, seperti Enter</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>pilih berkas</translation>
    </message>
    <message>
        <source>turn left</source>
        <translation>putar kiri</translation>
    </message>
    <message>
        <source>turn right</source>
        <translation>putar kanan</translation>
    </message>
    <message>
        <source>keep all of the picture</source>
        <translation>tampilkan seluruh gambar</translation>
    </message>
    <message>
        <source>use this photo</source>
        <translation>pakai foto ini</translation>
    </message>
    <message>
        <source>begin a family</source>
        <translation>mulai keluarga</translation>
    </message>
    <message>
        <source>begin an enterprise</source>
        <translation>mulai usaha</translation>
    </message>
    <message>
        <source>begin the list of a sponsor</source>
        <translation>mulai daftar sponsor</translation>
    </message>
    <message>
        <source>a group pays again</source>
        <translation>kelompok membayar lagi</translation>
    </message>
    <message>
        <source>take a list from a file</source>
        <translation>ambil daftar dari berkas</translation>
    </message>
    <message>
        <source>type into the cell; then on to what is missing</source>
        <translation>ketik di sel; lalu lanjut ke yang masih kurang</translation>
    </message>
    <message>
        <source>back; what was typed stays a draft</source>
        <translation>kembali; yang sudah diketik tetap jadi draf</translation>
    </message>
    <message>
        <source>open the group; then tick, or leave out</source>
        <translation>buka kelompok; lalu centang, atau lewati</translation>
    </message>
    <message>
        <source>tick a member, or leave one out</source>
        <translation>centang anggota, atau lewati</translation>
    </message>
    <message>
        <source>everybody pays, or nobody</source>
        <translation>semua membayar, atau tidak seorang pun</translation>
    </message>
    <message>
        <source>fewer months for everybody</source>
        <translation>lebih sedikit bulan untuk semua</translation>
    </message>
    <message>
        <source>more months for everybody</source>
        <translation>lebih banyak bulan untuk semua</translation>
    </message>
    <message>
        <source>enrol again whose membership has ended</source>
        <translation>daftarkan lagi yang kepesertaannya sudah berakhir</translation>
    </message>
    <message>
        <source>open the group; then take the money</source>
        <translation>buka kelompok; lalu terima uang</translation>
    </message>
    <message>
        <source>back to the list, then out</source>
        <translation>kembali ke daftar, lalu keluar</translation>
    </message>
    <message>
        <source>replace the photo of the KTP</source>
        <translation>ganti foto KTP</translation>
    </message>
    <message>
        <source>replace the photo that proves the consent</source>
        <translation>ganti foto bukti persetujuan</translation>
    </message>
    <message>
        <source>close the day</source>
        <translation>tutup kas</translation>
    </message>
    <message>
        <source>from a sum to its entries, from an entry to its paper</source>
        <translation>dari jumlah ke catatannya, dari catatan ke kertasnya</translation>
    </message>
    <message>
        <source>choose a receipt, or leave it out</source>
        <translation>pilih kuitansi, atau tinggalkan</translation>
    </message>
    <message>
        <source>write the deposit down</source>
        <translation>catat setorannya</translation>
    </message>
    <message>
        <source>to the next note; arrows go up and down</source>
        <translation>ke pecahan berikutnya; panah untuk naik dan turun</translation>
    </message>
    <message>
        <source>record the movement</source>
        <translation>catat gerakannya</translation>
    </message>
    <message>
        <source>on the pad: pen down or up; arrows draw</source>
        <translation>di kotak tanda tangan: turunkan atau angkat pena; panah menggambar</translation>
    </message>
    <message>
        <source>give the money back</source>
        <translation>kembalikan uangnya</translation>
    </message>
    <message>
        <source>ask the branch</source>
        <translation>minta ke cabang</translation>
    </message>
    <message>
        <source>print the paper</source>
        <translation>cetak kertasnya</translation>
    </message>
    <message>
        <source>save the PDF again</source>
        <translation>simpan PDF lagi</translation>
    </message>
    <message>
        <source>a shorter period, or other lines</source>
        <translation>periode lebih pendek, atau baris lain</translation>
    </message>
    <message>
        <source>a longer period, or other lines</source>
        <translation>periode lebih panjang, atau baris lain</translation>
    </message>
    <message>
        <source>the period before</source>
        <translation>periode sebelumnya</translation>
    </message>
    <message>
        <source>the period after</source>
        <translation>periode sesudahnya</translation>
    </message>
    <message>
        <source>save for Excel</source>
        <translation>simpan untuk Excel</translation>
    </message>
    <message>
        <source>check</source>
        <translation>periksa</translation>
    </message>
    <message>
        <source>empty the field for the next receipt</source>
        <translation>kosongkan untuk kuitansi lain</translation>
    </message>
    <message>
        <source>open the receipt, if you issued it</source>
        <translation>buka kuitansi, bila Anda yang menerbitkan</translation>
    </message>
    <message>
        <source>next record</source>
        <translation>data berikutnya</translation>
    </message>
    <message>
        <source>record before</source>
        <translation>data sebelumnya</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>setujui</translation>
    </message>
    <message>
        <source>send back with a comment on a field</source>
        <translation>kembalikan dengan komentar pada isian</translation>
    </message>
    <message>
        <source>refuse for a reason</source>
        <translation>tolak dengan alasan</translation>
    </message>
    <message>
        <source>mark as a duplicate, or take that back</source>
        <translation>tandai ganda, atau tarik kembali</translation>
    </message>
    <message>
        <source>find for whom money was paid</source>
        <translation>cari untuk siapa uang dibayar</translation>
    </message>
    <message>
        <source>do not agree to a decision, or take back one&apos;s own</source>
        <translation>tidak menyetujui keputusan rekan, atau menarik keputusan sendiri</translation>
    </message>
    <message>
        <source>take over what a colleague has open</source>
        <translation>ambil alih yang sedang dibuka rekan</translation>
    </message>
    <message>
        <source>approve many clean records at once</source>
        <translation>setujui banyak data bersih sekaligus</translation>
    </message>
    <message>
        <source>see the photos large, beside the form</source>
        <translation>lihat foto besar-besar, di samping isi formulir</translation>
    </message>
    <message>
        <source>put the record beside what it collides with</source>
        <translation>taruh data di samping yang bertabrakan dengannya</translation>
    </message>
    <message>
        <source>choose a queue</source>
        <translation>pilih antrean</translation>
    </message>
    <message>
        <source>who saw this person&apos;s data (whoever only reads)</source>
        <translation>siapa yang melihat data orang ini (yang hanya membaca)</translation>
    </message>
    <message>
        <source>the last one was no duplicate after all</source>
        <translation>yang terakhir ternyata bukan ganda</translation>
    </message>
    <message>
        <source>send the decision</source>
        <translation>kirim keputusan</translation>
    </message>
    <message>
        <source>give up the decision that was begun</source>
        <translation>batalkan keputusan yang dimulai</translation>
    </message>
    <message>
        <source>load the list again</source>
        <translation>muat ulang daftar</translation>
    </message>
    <message>
        <source>not a duplicate: two people</source>
        <translation>bukan ganda: dua orang</translation>
    </message>
    <message>
        <source>the same person</source>
        <translation>orang yang sama</translation>
    </message>
    <message>
        <source>have somebody else say it</source>
        <translation>minta orang lain menilai</translation>
    </message>
    <message>
        <source>the next record that it collides with</source>
        <translation>data bertabrakan berikutnya</translation>
    </message>
    <message>
        <source>send what was begun</source>
        <translation>kirim yang sudah dimulai</translation>
    </message>
    <message>
        <source>give up what was begun, or close</source>
        <translation>batalkan yang dimulai, atau tutup</translation>
    </message>
    <message>
        <source>larger; so does the wheel</source>
        <translation>perbesar; bisa juga dengan roda tetikus</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>perkecil</translation>
    </message>
    <message>
        <source>the whole photo</source>
        <translation>seluruh foto</translation>
    </message>
    <message>
        <source>turn it</source>
        <translation>putar</translation>
    </message>
    <message>
        <source>photo before</source>
        <translation>foto sebelumnya</translation>
    </message>
    <message>
        <source>next photo</source>
        <translation>foto berikutnya</translation>
    </message>
    <message>
        <source>send the record back for this photo</source>
        <translation>kembalikan data karena foto ini</translation>
    </message>
    <message>
        <source>move a large photo, as the other arrows do</source>
        <translation>geser foto yang besar; panah lain juga</translation>
    </message>
    <message>
        <source>back to the record</source>
        <translation>kembali ke data</translation>
    </message>
    <message>
        <source>go to the card of the agent</source>
        <translation>ke kartu agen</translation>
    </message>
    <message>
        <source>in an act&apos;s dialog: do it</source>
        <translation>di kotak tindakan: jalankan</translation>
    </message>
    <message>
        <source>the next step; in the list: save it as Excel</source>
        <translation>langkah berikutnya; di daftar: simpan sebagai Excel</translation>
    </message>
    <message>
        <source>go to the card of the account</source>
        <translation>ke kartu akun</translation>
    </message>
    <message>
        <source>make an account, or add an agent</source>
        <translation>buat akun, atau tambah agen</translation>
    </message>
    <message>
        <source>give a temporary password</source>
        <translation>beri kata sandi sementara</translation>
    </message>
    <message>
        <source>suspend the account, or let it in again</source>
        <translation>tangguhkan akun, atau izinkan masuk lagi</translation>
    </message>
    <message>
        <source>the next step</source>
        <translation>langkah berikutnya</translation>
    </message>
    <message>
        <source>close; the request stays</source>
        <translation>tutup; permintaannya tetap ada</translation>
    </message>
    <message>
        <source>open the record, or the agent&apos;s card</source>
        <translation>buka data, atau kartu agen</translation>
    </message>
    <message>
        <source>open the record</source>
        <translation>buka data</translation>
    </message>
    <message>
        <source>check the log (auditor)</source>
        <translation>periksa catatan (auditor)</translation>
    </message>
    <message>
        <source>set the target of the chosen line</source>
        <translation>atur target baris yang dipilih</translation>
    </message>
    <message>
        <source>see what the draft does</source>
        <translation>lihat akibat draf</translation>
    </message>
    <message>
        <source>publish what was looked at, once more asked</source>
        <translation>terbitkan yang sudah dilihat, setelah ditanya sekali lagi</translation>
    </message>
    <message>
        <source>the next step: draw, approve, or undo</source>
        <translation>langkah berikutnya: undi, setujui, atau urungkan</translation>
    </message>
    <message>
        <source>sign in, or the next step</source>
        <translation>masuk, atau langkah berikutnya</translation>
    </message>
    <message>
        <source>show the password, or hide it</source>
        <translation>tampilkan atau sembunyikan kata sandi</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>mundur satu langkah</translation>
    </message>
    <message>
        <source>change the password</source>
        <translation>ganti kata sandi</translation>
    </message>
    <message>
        <source>search in the help</source>
        <translation>cari di bantuan</translation>
    </message>
    <message>
        <source>this screen</source>
        <translation>layar ini</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>semua tombol</translation>
    </message>
    <message>
        <source>all messages</source>
        <translation>semua pesan</translation>
    </message>
    <message>
        <source>the glossary</source>
        <translation>daftar istilah</translation>
    </message>
    <message>
        <source>close the help</source>
        <translation>tutup bantuan</translation>
    </message>
</context>
<context>
    <name>LaptopsDialog</name>
    <message>
        <source>Laptops of the branch</source>
        <translation>Laptop di cabang</translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation>Buat kode</translation>
    </message>
    <message>
        <source>Code for new receipt numbers</source>
        <translation>Kode nomor kuitansi baru</translation>
    </message>
    <message>
        <source>Records that have not arrived</source>
        <translation>Laptop: catatan yang belum tiba</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>An agent without internet reads both from the screen. Make sure that you know the caller.</source>
        <translation>Agen tanpa internet membacakan keduanya dari layar. Pastikan Anda mengenal penelepon.</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Read it to {agent}. Receipts begin with {prefix} then.</source>
        <translation>Bacakan kepada {agent}. Sesudah itu kuitansi berawal {prefix}.</translation>
    </message>
    <message>
        <source>{agent} · {device}: {count} records</source>
        <translation>{agent} · {device}: {count} catatan</translation>
    </message>
    <message>
        <source>Numbers {first} to {last} in its book, known since {since}.</source>
        <translation>Nomor {first} sampai {last} dalam bukunya, diketahui sejak {since}.</translation>
    </message>
    <message>
        <source>The laptop has left this book: ask for an older copy, or for the paper receipts.</source>
        <translation>Laptop sudah meninggalkan buku ini: mintalah salinan lama, atau kuitansi kertasnya.</translation>
    </message>
    <message>
        <source>They come with its next connection.</source>
        <translation>Catatan itu menyusul saat laptop tersambung lagi.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Tidak ada yang kurang.</translation>
    </message>
</context>
<context>
    <name>LicencesWindow</name>
    <message>
        <source>Licences of all parts</source>
        <translation>Lisensi semua bagian</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Teks lisensi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Life</name>
    <message>
        <source>Died</source>
        <translation>Meninggal</translation>
    </message>
    <message>
        <source>heirs may claim</source>
        <translation>ahli waris berhak klaim</translation>
    </message>
    <message>
        <source>Employed</source>
        <translation>Jadi karyawan</translation>
    </message>
    <message>
        <source>the employer insures</source>
        <translation>dijamin perusahaan</translation>
    </message>
    <message>
        <source>Own wish</source>
        <translation>Keinginan sendiri</translation>
    </message>
    <message>
        <source>wants to stop</source>
        <translation>ingin berhenti</translation>
    </message>
    <message>
        <source>Day of death</source>
        <translation>Hari meninggal</translation>
    </message>
    <message>
        <source>Employed since</source>
        <translation>Bekerja sejak</translation>
    </message>
    <message>
        <source>The branch decides on the end</source>
        <translation>Cabang memutuskan berakhirnya</translation>
    </message>
    <message>
        <source>{months} are paid beyond it. Ask for a void of the receipt, or for the money back at the branch.</source>
        <translation>{months} sudah dibayar sesudahnya. Minta pembatalan kuitansi, atau minta uangnya kembali lewat cabang.</translation>
    </message>
    <message>
        <source>From {month} on nothing is due here; if the branch refuses, it is again.</source>
        <translation>Mulai {month} tidak ada tagihan di sini; bila cabang menolak, tagihannya ada lagi.</translation>
    </message>
    <message>
        <source>The branch decides on the change</source>
        <translation>Cabang memutuskan perubahan ini</translation>
    </message>
    <message>
        <source>From {month} on you take the new price at once; if the branch refuses, the old one holds again.</source>
        <translation>Mulai {month} Anda langsung menerima harga baru; bila cabang menolak, harga lama berlaku lagi.</translation>
    </message>
    <message>
        <source>It counts here at once; if the branch refuses, the old value holds again.</source>
        <translation>Di laptop ini langsung berlaku; bila cabang menolak, yang lama berlaku lagi.</translation>
    </message>
</context>
<context>
    <name>LifeDialog</name>
    <message>
        <source>A change in life</source>
        <translation>Perubahan data peserta</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>Simpan perubahan</translation>
    </message>
    <message>
        <source>Something is different</source>
        <translation>Ada yang berubah</translation>
    </message>
    <message>
        <source>The membership ends</source>
        <translation>Kepesertaan berakhir</translation>
    </message>
    <message>
        <source>From month</source>
        <translation>Mulai bulan</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>lunas</translation>
    </message>
    <message>
        <source>First month that is not owed</source>
        <translation>Bulan pertama tanpa tagihan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>required, the reviewer reads it</source>
        <translation>wajib, dibaca Penyelia</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>On the signed list</source>
        <translation>Ada di daftar tanda tangan</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Type into a cell; Enter goes on to what is still missing</source>
        <translation>Ketik di sel; Enter lanjut ke yang masih kurang</translation>
    </message>
    <message>
        <source>Line {row}</source>
        <translation>Baris {row}</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>On its way</source>
        <translation>Dalam perjalanan</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>yang harus dilakukan</translation>
    </message>
    <message>
        <source>Everything is settled</source>
        <translation>Semua sudah selesai</translation>
    </message>
    <message>
        <source>Everything was sent and decided, and nothing has to be corrected.</source>
        <translation>Semua sudah terkirim dan diputuskan, dan tidak ada yang perlu diperbaiki.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n kiriman</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListColumns</name>
    <message>
        <source>Which column is what?</source>
        <translation>Kolom mana berisi apa?</translation>
    </message>
    <message>
        <source>Read the list</source>
        <translation>Baca daftar</translation>
    </message>
    <message>
        <source>about {count} lines</source>
        <translation>sekitar {count} baris</translation>
    </message>
    <message>
        <source>Look whether each column leads to the right field. What you choose is remembered for lists with the same heads.</source>
        <translation>Periksa apakah tiap kolom masuk ke isian yang benar. Pilihan Anda diingat untuk daftar dengan judul yang sama.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>How it begins</source>
        <translation>Isi awalnya</translation>
    </message>
    <message>
        <source>Is this field</source>
        <translation>Masuk ke isian</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>tidak dipakai</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>What the camera sees</source>
        <translation>Yang dilihat kamera</translation>
    </message>
    <message>
        <source>Space or Enter takes the photo</source>
        <translation>Spasi atau Enter mengambil foto</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>Kamera sedang dinyalakan…</translation>
    </message>
</context>
<context>
    <name>LookAlikesDialog</name>
    <message>
        <source>Is it the same person?</source>
        <translation>Orang yang sama?</translation>
    </message>
    <message>
        <source>Open this worker</source>
        <translation>Buka peserta ini</translation>
    </message>
    <message>
        <source>Next one</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Orang lain</translation>
    </message>
    <message>
        <source>On the form</source>
        <translation>Di formulir</translation>
    </message>
    <message>
        <source>On this laptop</source>
        <translation>Di laptop ini</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} dari {count}</translation>
    </message>
    <message>
        <source>{field}: {value}, differs</source>
        <translation>{field}: {value}, berbeda</translation>
    </message>
    <message>
        <source>Nobody like this is on this laptop</source>
        <translation>Tidak ada yang mirip di laptop ini</translation>
    </message>
    <message>
        <source>The same NIK</source>
        <translation>NIK sama</translation>
    </message>
    <message>
        <source>The same name and date of birth, under another NIK</source>
        <translation>Nama dan tanggal lahir sama, NIK lain</translation>
    </message>
    <message>
        <source>The same phone number</source>
        <translation>Nomor HP sama</translation>
    </message>
    <message>
        <source>One NIK is one worker: go on with the one who is here.</source>
        <translation>Satu NIK satu peserta: lanjutkan dengan peserta yang sudah ada.</translation>
    </message>
    <message>
        <source>Ask the worker. If it is somebody else, write down why, and go on.</source>
        <translation>Tanyakan kepada peserta. Kalau memang orang lain, tulis alasannya lalu lanjutkan.</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Theme of the system</source>
        <translation>Ikuti tema sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
</context>
<context>
    <name>LooksCard</name>
    <message>
        <source>Appearance</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Ikuti sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Size of text and buttons</source>
        <translation>Ukuran tulisan dan tombol</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Mulai ulang sekarang</translation>
    </message>
    <message>
        <source>The new size holds from the next start. Nothing you typed gets lost.</source>
        <translation>Ukuran baru berlaku setelah Perisai dibuka lagi. Yang sudah Anda ketik tidak hilang.</translation>
    </message>
</context>
<context>
    <name>LossDialog</name>
    <message>
        <source>Laptop {device} is lost</source>
        <translation>Laptop {device} hilang</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Langkah berikutnya</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>MemberPage</name>
    <message>
        <source>Member</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Paid until</source>
        <translation>Lunas s.d.</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>Membayar</translation>
    </message>
    <message>
        <source>Rupiah</source>
        <translation>Rupiah</translation>
    </message>
    <message>
        <source>Members of the group</source>
        <translation>Anggota kelompok</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>Centang atau kosongkan semua</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation>Daftar ulang</translation>
    </message>
    <message>
        <source>Everybody pays</source>
        <translation>Semua membayar</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <source>pays, or left out</source>
        <translation>membayar atau dilewati</translation>
    </message>
    <message>
        <source>months of one</source>
        <translation>bulan untuk satu orang</translation>
    </message>
    <message>
        <source>months of all</source>
        <translation>bulan untuk semua</translation>
    </message>
</context>
<context>
    <name>NewAccountDialog</name>
    <message>
        <source>New account</source>
        <translation>Akun baru</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>Buat akun</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nama lengkap</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Nama masuk</translation>
    </message>
    <message>
        <source>letters, digits, dots, dashes</source>
        <translation>huruf, angka, titik, tanda hubung</translation>
    </message>
    <message>
        <source>Agent number</source>
        <translation>Nomor agen</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kantor</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>To the agent&apos;s card</source>
        <translation>Ke kartu agen</translation>
    </message>
    <message>
        <source>only where the person is an agent as well</source>
        <translation>hanya jika orangnya juga agen</translation>
    </message>
    <message>
        <source>Latin letters, with dots, commas or dashes</source>
        <translation>Huruf Latin, boleh dengan titik, koma, atau tanda hubung</translation>
    </message>
    <message>
        <source>Fill in the name</source>
        <translation>Isi namanya</translation>
    </message>
    <message>
        <source>3 to 60 letters, digits, dots or dashes</source>
        <translation>3 sampai 60 huruf, angka, titik, atau tanda hubung</translation>
    </message>
    <message>
        <source>Fill in the number</source>
        <translation>Isi nomornya</translation>
    </message>
    <message>
        <source>Choose the office</source>
        <translation>Pilih kantornya</translation>
    </message>
    <message>
        <source>Add the agent</source>
        <translation>Tambah agen</translation>
    </message>
    <message>
        <source>{name} signs in as {login}.</source>
        <translation>{name} masuk dengan nama {login}.</translation>
    </message>
    <message>
        <source>{name} is an agent of the branch now.</source>
        <translation>{name} sekarang agen cabang ini.</translation>
    </message>
    <message>
        <source>Next: on the agent&apos;s card make the one-time code for the first laptop. The agent chooses a password there.</source>
        <translation>Berikutnya: di kartu agen, buat kode sekali pakai untuk laptop pertamanya. Agen memilih kata sandinya sendiri di laptop itu.</translation>
    </message>
    <message>
        <source>Decides on what agents send, matches deposits, takes files in.</source>
        <translation>Memutuskan kiriman agen, mencocokkan setoran, menerima berkas.</translation>
    </message>
    <message>
        <source>Reads everything of the branch, the access log and the ledger; decides nothing.</source>
        <translation>Membaca semua data cabang, catatan akses, dan buku besar; tidak memutuskan apa pun.</translation>
    </message>
    <message>
        <source>Enrols people and takes contributions, on a laptop of their own.</source>
        <translation>Mendaftarkan orang dan menerima iuran, di laptop sendiri.</translation>
    </message>
</context>
<context>
    <name>NikWords</name>
    <message>
        <source>male</source>
        <translation>laki-laki</translation>
    </message>
    <message>
        <source>female</source>
        <translation>perempuan</translation>
    </message>
    <message>
        <source>Membership has ended: this enrols the same worker again</source>
        <translation>Kepesertaan sudah berakhir: ini mendaftarkan orang yang sama lagi</translation>
    </message>
    <message>
        <source>Already on this laptop</source>
        <translation>Sudah ada di laptop ini</translation>
    </message>
    <message>
        <source>Not yet on this laptop</source>
        <translation>Belum terdaftar di laptop ini</translation>
    </message>
</context>
<context>
    <name>NoticesCard</name>
    <message>
        <source>New receipt numbers…</source>
        <translation>Nomor kuitansi baru…</translation>
    </message>
    <message>
        <source>Next notice ({place} of {count})</source>
        <translation>Pemberitahuan berikutnya ({place} dari {count})</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>This laptop needs new receipt numbers</source>
        <translation>Laptop ini perlu nomor kuitansi baru</translation>
    </message>
    <message>
        <source>It was brought back from an old copy, or somebody copied it. What you type stays as a draft. Connect once, or call the branch for a code.</source>
        <translation>Laptop ini dipulihkan dari salinan lama, atau disalin orang. Yang Anda ketik tetap tersimpan sebagai draf. Sambungkan ke internet sekali saja, atau telepon cabang untuk meminta kode.</translation>
    </message>
    <message>
        <source>Not arrived at the branch from this laptop: {count} records</source>
        <translation>Cabang belum menerima {count} catatan dari laptop ini</translation>
    </message>
    <message>
        <source>They are not on this laptop either. Is there a newer copy of it, on a stick or another disk? Open it and send. If not, bring your paper receipts to the branch.</source>
        <translation>Catatan itu juga tidak ada di laptop ini. Apakah ada salinan yang lebih baru, di flashdisk atau disk lain? Buka salinan itu lalu kirim. Kalau tidak ada, bawa kuitansi kertas Anda ke cabang.</translation>
    </message>
    <message>
        <source>Collided with a copy of this laptop: {count} records</source>
        <translation>{count} catatan bertabrakan dengan salinan laptop ini</translation>
    </message>
    <message>
        <source>The branch keeps both, with {amount}, and decides. Keep your paper receipts and call the branch.</source>
        <translation>Cabang menyimpan keduanya, dengan uang {amount}, lalu memutuskan. Simpan kuitansi kertas Anda dan telepon cabang.</translation>
    </message>
    <message>
        <source>A copy of this laptop wrote other records: {count}</source>
        <translation>Salinan laptop ini menulis {count} catatan lain</translation>
    </message>
    <message>
        <source>They are safe at the branch and count in your figures. Use one laptop only.</source>
        <translation>Catatan itu aman di cabang dan ikut dihitung. Pakailah satu laptop saja.</translation>
    </message>
    <message>
        <source>Receipts begin with {prefix} since {since}</source>
        <translation>Kuitansi berawal {prefix} sejak {since}</translation>
    </message>
    <message>
        <source>The older receipts stay valid.</source>
        <translation>Kuitansi yang lama tetap berlaku.</translation>
    </message>
    <message>
        <source>Came back from the branch: {count} records, {amount}.</source>
        <translation>{count} catatan kembali dari cabang, {amount}.</translation>
    </message>
</context>
<context>
    <name>NumbersDialog</name>
    <message>
        <source>New receipt numbers</source>
        <translation>Nomor kuitansi baru</translation>
    </message>
    <message>
        <source>Start new numbers</source>
        <translation>Mulai nomor baru</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>This laptop was brought back from an old copy</source>
        <translation>Laptop ini dipulihkan dari salinan lama</translation>
    </message>
    <message>
        <source>Or somebody copied it. So that no receipt number is used twice, it starts new numbers before the next receipt. What you typed stays as a draft.</source>
        <translation>Atau disalin orang. Supaya tidak ada nomor kuitansi yang dipakai dua kali, laptop memulai nomor baru sebelum kuitansi berikutnya. Yang Anda ketik tetap tersimpan sebagai draf.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
    <message>
        <source>With internet: connect once, the rest happens by itself.</source>
        <translation>Ada internet: sambungkan sekali saja, selebihnya berjalan sendiri.</translation>
    </message>
    <message>
        <source>1. Read this to the branch:</source>
        <translation>1. Bacakan ini kepada cabang:</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>2. Type what the branch reads to you:</source>
        <translation>2. Ketik yang dibacakan cabang:</translation>
    </message>
    <message>
        <source>Code from the branch</source>
        <translation>Kode dari cabang</translation>
    </message>
    <message>
        <source>12 letters and digits</source>
        <translation>12 huruf dan angka</translation>
    </message>
    <message>
        <source>Your drafts are still open: go on where you were.</source>
        <translation>Draf Anda masih terbuka: lanjutkan dari tempat tadi.</translation>
    </message>
    <message>
        <source>Sign by sign: {signs}. 0 is always the digit, 1 too.</source>
        <translation>Satu per satu: {signs}. 0 selalu angka nol, 1 selalu angka satu.</translation>
    </message>
    <message>
        <source>Without internet: call the branch, {hotline}</source>
        <translation>Tidak ada internet: telepon cabang, {hotline}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Receipts begin with {prefix} from here on.</source>
        <translation>Mulai sekarang kuitansi berawal {prefix}.</translation>
    </message>
    <message>
        <source>The laptop has new numbers</source>
        <translation>Laptop sudah punya nomor baru</translation>
    </message>
    <message>
        <source>It has its numbers already, and receipts can be given.</source>
        <translation>Nomornya sudah ada, dan kuitansi bisa diberikan.</translation>
    </message>
    <message>
        <source>Nothing is missing on this laptop</source>
        <translation>Tidak ada yang kurang di laptop ini</translation>
    </message>
</context>
<context>
    <name>OccupationSheet</name>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>part of a name</source>
        <translation>sebagian nama</translation>
    </message>
    <message>
        <source>Occupations</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sektor</translation>
    </message>
    <message>
        <source>Offered until</source>
        <translation>Ditawarkan sampai</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ubah yang dipilih</translation>
    </message>
    <message>
        <source>Add as new</source>
        <translation>Tambahkan</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Keluarkan dari draf</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>tanpa batas waktu</translation>
    </message>
</context>
<context>
    <name>Outlook</name>
    <message>
        <source>Holds from</source>
        <translation>Berlaku sejak</translation>
    </message>
    <message>
        <source>day</source>
        <translation>hari</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Yang berubah</translation>
    </message>
    <message>
        <source>Prices before and after</source>
        <translation>Harga sebelum dan sesudah</translation>
    </message>
    <message>
        <source>Look first at what it would do: what changes, and what people would pay.</source>
        <translation>Lihat dulu akibatnya: apa yang berubah, dan berapa yang dibayar orang.</translation>
    </message>
    <message>
        <source>See what it does</source>
        <translation>Lihat akibatnya</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Terbitkan…</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Buang draf</translation>
    </message>
    <message>
        <source>Nothing is drafted: change something on a sheet, then see here what it would do.</source>
        <translation>Belum ada yang diubah: ubah sesuatu di lembar pengaturan, lalu lihat akibatnya di sini.</translation>
    </message>
    <message>
        <source>Not a day of the calendar</source>
        <translation>Tidak ada di kalender</translation>
    </message>
    <message>
        <source>This cannot be published yet</source>
        <translation>Belum bisa diterbitkan</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>Tidak ada yang berubah</translation>
    </message>
    <message>
        <source>Versions that wait would never hold: {versions}</source>
        <translation>Versi yang menunggu tidak akan pernah berlaku: {versions}</translation>
    </message>
    <message>
        <source>This takes the place of what waits</source>
        <translation>Ini menggantikan yang menunggu</translation>
    </message>
    <message>
        <source>Can be published; holds from {day}</source>
        <translation>Bisa diterbitkan; berlaku sejak {day}</translation>
    </message>
</context>
<context>
    <name>OwnPasswordDialog</name>
    <message>
        <source>Change your password</source>
        <translation>Ganti kata sandi Anda</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Ganti kata sandi</translation>
    </message>
    <message>
        <source>It is the password with which you sign in at the branch&apos;s server.</source>
        <translation>Kata sandi ini Anda pakai untuk masuk ke server cabang.</translation>
    </message>
    <message>
        <source>From now on you sign in with the new password.</source>
        <translation>Mulai sekarang Anda masuk dengan kata sandi baru.</translation>
    </message>
    <message>
        <source>You stay signed in here; on every other laptop you were signed out.</source>
        <translation>Di sini Anda tetap masuk; di laptop lain Anda sudah dikeluarkan.</translation>
    </message>
</context>
<context>
    <name>OwnPasswordForm</name>
    <message>
        <source>Current password</source>
        <translation>Kata sandi saat ini</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Ulangi kata sandi baru</translation>
    </message>
    <message>
        <source>Fill in the current password</source>
        <translation>Isi kata sandi saat ini</translation>
    </message>
    <message>
        <source>This is the password that was given to you, choose another</source>
        <translation>Ini kata sandi dari orang lain, pilih yang lain</translation>
    </message>
    <message>
        <source>This is the current password</source>
        <translation>Ini kata sandi saat ini</translation>
    </message>
    <message>
        <source>The two passwords differ</source>
        <translation>Kedua kata sandi berbeda</translation>
    </message>
</context>
<context>
    <name>OwnerForm</name>
    <message>
        <source>NIK or name</source>
        <translation>NIK atau nama</translation>
    </message>
    <message>
        <source>at least three letters</source>
        <translation>minimal tiga huruf</translation>
    </message>
    <message>
        <source>The branch knows nobody like that.</source>
        <translation>Tidak ada peserta cabang yang cocok.</translation>
    </message>
    <message>
        <source>nothing paid yet</source>
        <translation>belum ada yang dibayar</translation>
    </message>
    <message>
        <source>paid until {month}</source>
        <translation>lunas s.d. {month}</translation>
    </message>
    <message>
        <source>For this worker</source>
        <translation>Untuk peserta ini</translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message>
        <source>the same NIK</source>
        <translation>NIK sama</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>nama sama</translation>
    </message>
    <message>
        <source>names alike</source>
        <translation>nama mirip</translation>
    </message>
    <message>
        <source>the same date of birth</source>
        <translation>tanggal lahir sama</translation>
    </message>
    <message>
        <source>dates of birth alike</source>
        <translation>tanggal lahir mirip</translation>
    </message>
    <message>
        <source>the same mother</source>
        <translation>ibu kandung sama</translation>
    </message>
    <message>
        <source>the same phone number</source>
        <translation>nomor HP sama</translation>
    </message>
    <message>
        <source>the same village</source>
        <translation>desa sama</translation>
    </message>
    <message>
        <source>the same photo</source>
        <translation>foto sama</translation>
    </message>
    <message>
        <source>the same receipt number</source>
        <translation>nomor kuitansi sama</translation>
    </message>
    <message>
        <source>Their documents are of two people</source>
        <translation>Dokumennya milik dua orang</translation>
    </message>
    <message>
        <source>Their documents are of one person</source>
        <translation>Dokumennya milik satu orang</translation>
    </message>
    <message>
        <source>I spoke with them</source>
        <translation>Sudah saya tanyakan langsung</translation>
    </message>
    <message>
        <source>They are relatives</source>
        <translation>Mereka bersaudara</translation>
    </message>
    <message>
        <source>The agent says so</source>
        <translation>Agen memastikannya</translation>
    </message>
    <message>
        <source>Their documents cannot be read well</source>
        <translation>Dokumennya sulit dibaca</translation>
    </message>
    <message>
        <source>Nobody can be reached</source>
        <translation>Tidak ada yang bisa dihubungi</translation>
    </message>
    <message>
        <source>Much money hangs on it</source>
        <translation>Menyangkut uang banyak</translation>
    </message>
    <message>
        <source>I know them</source>
        <translation>Saya mengenal mereka</translation>
    </message>
    <message>
        <source>Another reason, see the note</source>
        <translation>Alasan lain, lihat catatan</translation>
    </message>
    <message>
        <source>not arrived</source>
        <translation>belum sampai</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>dibukukan</translation>
    </message>
    <message>
        <source>under review</source>
        <translation>ditinjau</translation>
    </message>
    <message>
        <source>held</source>
        <translation>ditahan</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>dikembalikan</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>cash with the agent</source>
        <translation>kas masih di agen</translation>
    </message>
    <message>
        <source>deposited</source>
        <translation>disetor</translation>
    </message>
    <message>
        <source>deposit seen</source>
        <translation>setoran cocok</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>Bukan ganda</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>Orang yang sama</translation>
    </message>
    <message>
        <source>Ask somebody else</source>
        <translation>Minta orang lain</translation>
    </message>
    <message>
        <source>The flag is taken from both, and these two are not taken for one another again. You decide on the record as on any other.</source>
        <translation>Tandanya dihapus dari keduanya, dan keduanya tidak disangka sama lagi. Data ini Anda putuskan seperti biasa.</translation>
    </message>
    <message>
        <source>The record becomes a duplicate and its agent is told so, without your reason. Its money stays under review until it is given back.</source>
        <translation>Data ini ditandai ganda dan agennya diberi tahu, tanpa alasan Anda. Uangnya tetap ditinjau sampai dikembalikan.</translation>
    </message>
    <message>
        <source>Another reviewer or the administrator of the branch says it. Until then you decide nothing about either record.</source>
        <translation>Penyelia lain atau admin cabang yang menilai. Sampai saat itu Anda tidak memutuskan kedua data ini.</translation>
    </message>
    <message>
        <source>{name} said: these are two people</source>
        <translation>{name} menyatakan: ini dua orang</translation>
    </message>
    <message>
        <source>{name} said: this is one person</source>
        <translation>{name} menyatakan: ini satu orang</translation>
    </message>
    <message>
        <source>{name} asks somebody else to say whether it is one person</source>
        <translation>{name} meminta orang lain menilai apakah ini satu orang</translation>
    </message>
    <message>
        <source>Another reviewer or the administrator of the branch answers it.</source>
        <translation>Penyelia lain atau admin cabang yang menjawab.</translation>
    </message>
    <message>
        <source>A record was corrected since.</source>
        <translation>Sejak itu ada data yang diperbaiki.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>The receipt as it looks on paper</source>
        <translation>Kuitansi seperti di kertas</translation>
    </message>
</context>
<context>
    <name>PaperCard</name>
    <message>
        <source>Receipts and printer</source>
        <translation>Kuitansi dan printer</translation>
    </message>
    <message>
        <source>Paper for receipts</source>
        <translation>Kertas kuitansi</translation>
    </message>
    <message>
        <source>Printer for this paper</source>
        <translation>Printer untuk kertas ini</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Folder for PDFs</source>
        <translation>Folder PDF</translation>
    </message>
    <message>
        <source>Whichever the system offers</source>
        <translation>Sesuai pilihan sistem</translation>
    </message>
    <message>
        <source>{printer} (not connected)</source>
        <translation>{printer} (tidak tersambung)</translation>
    </message>
    <message>
        <source>none on this laptop: save PDFs and share them</source>
        <translation>belum ada; simpan PDF lalu bagikan</translation>
    </message>
</context>
<context>
    <name>PasswordCard</name>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Kata sandi saat ini</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>at least 8 signs</source>
        <translation>paling sedikit 8 tanda</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Ulangi kata sandi baru</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Ganti kata sandi</translation>
    </message>
    <message>
        <source>Fill in the current password</source>
        <translation>Isi kata sandi saat ini</translation>
    </message>
    <message>
        <source>This is the current password</source>
        <translation>Ini kata sandi saat ini</translation>
    </message>
    <message>
        <source>The two passwords differ</source>
        <translation>Kedua kata sandi berbeda</translation>
    </message>
    <message>
        <source>Write it down where only you find it. Older copies still open with the password before.</source>
        <translation>Catat di tempat yang hanya Anda tahu. Cadangan lama tetap dibuka dengan kata sandi sebelumnya.</translation>
    </message>
    <message>
        <source>From now on the new password opens your data</source>
        <translation>Mulai sekarang data dibuka dengan kata sandi baru</translation>
    </message>
    <message>
        <source>Lock the screen after so many minutes without a touch</source>
        <translation>Kunci layar setelah sekian menit tanpa sentuhan</translation>
    </message>
</context>
<context>
    <name>PasswordPage</name>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Ulangi kata sandi</translation>
    </message>
    <message>
        <source>Enrol this laptop</source>
        <translation>Daftarkan laptop ini</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>A password for this laptop</source>
        <translation>Kata sandi untuk laptop ini</translation>
    </message>
    <message>
        <source>It locks all data on this laptop. A short sentence of yours is easiest to remember.</source>
        <translation>Kata sandi mengunci semua data di laptop ini. Kalimat pendek buatan sendiri paling mudah diingat.</translation>
    </message>
    <message>
        <source>Forgotten? Your branch can open the data for a new password, nobody else.</source>
        <translation>Lupa? Cabang Anda bisa membuka datanya untuk kata sandi baru, orang lain tidak.</translation>
    </message>
    <message>
        <source>Its recovery key is made for this laptop now and kept at the branch.</source>
        <translation>Kunci pemulihan untuk laptop ini dibuat sekarang dan disimpan di cabang.</translation>
    </message>
    <message>
        <source>The two passwords differ</source>
        <translation>Kedua kata sandi tidak sama</translation>
    </message>
    <message>
        <source>Choose a password</source>
        <translation>Pilih kata sandi</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Lanjutkan pengiriman</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Selama satu jam</translation>
    </message>
    <message>
        <source>Until tomorrow, 6 o&apos;clock</source>
        <translation>Sampai besok pukul 06.00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Sampai saya lanjutkan</translation>
    </message>
</context>
<context>
    <name>PayerList</name>
    <message>
        <source>Who pays, or the village</source>
        <translation>Nama pembayar atau desa</translation>
    </message>
    <message>
        <source>Search for a group</source>
        <translation>Cari kelompok</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>Pembayar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Paid until</source>
        <translation>Lunas s.d.</translation>
    </message>
    <message>
        <source>To pay now</source>
        <translation>Tagihan sekarang</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Look for another part of the name or the village.</source>
        <translation>Cari bagian lain dari nama atau desanya.</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
        <source>No group pays here yet</source>
        <translation>Belum ada kelompok yang membayar di sini</translation>
    </message>
    <message>
        <source>Who was enrolled together from this laptop stands here. Who was taken over from another agent or from your own list pays alone, in the round.</source>
        <translation>Di sini tampil kelompok yang didaftarkan bersama dari laptop ini. Peserta dari agen lain atau dari daftar awal membayar sendiri-sendiri di Iuran.</translation>
    </message>
    <message>
        <source>{rupiah} taken for {count} members</source>
        <translation>{rupiah} diterima untuk {count} anggota</translation>
    </message>
    <message>
        <source>Open a receipt to print it or to save it.</source>
        <translation>Buka kuitansi untuk mencetak atau menyimpannya.</translation>
    </message>
</context>
<context>
    <name>PayerTermsDialog</name>
    <message>
        <source>Somebody who is not on this laptop</source>
        <translation>Orang yang belum ada di laptop ini</translation>
    </message>
    <message>
        <source>What is not known here</source>
        <translation>Yang belum diketahui di sini</translation>
    </message>
    <message>
        <source>On to the months</source>
        <translation>Lanjut pilih bulan</translation>
    </message>
    <message>
        <source>The branch matches the payment by NIK. Look at the last receipt or the card.</source>
        <translation>Cabang mencocokkan pembayaran lewat NIK. Lihat kuitansi terakhir atau kartunya.</translation>
    </message>
    <message>
        <source>This worker was enrolled elsewhere. Look at the last receipt or the card.</source>
        <translation>Peserta ini didaftarkan di tempat lain. Lihat kuitansi terakhir atau kartunya.</translation>
    </message>
    <message>
        <source>Paid until</source>
        <translation>Lunas s.d.</translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Choose who pays</source>
        <translation>Pilih siapa yang membayar</translation>
    </message>
    <message>
        <source>Here you see what is owed and what can be paid at once.</source>
        <translation>Di sini terlihat tagihannya dan yang bisa dibayar sekaligus.</translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation>Terima uang</translation>
    </message>
    <message>
        <source>To pay now</source>
        <translation>Dibayar sekarang</translation>
    </message>
    <message>
        <source>months</source>
        <translation>bulan</translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation>kembali ke daftar</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation>Daftar ulang</translation>
    </message>
    <message>
        <source>Fill in the terms</source>
        <translation>Isi datanya</translation>
    </message>
</context>
<context>
    <name>PaymentSide</name>
    <message>
        <source>Paid by</source>
        <translation>Dibayar oleh</translation>
    </message>
    <message>
        <source>Name of the payer</source>
        <translation>Nama pembayar</translation>
    </message>
    <message>
        <source>on the receipt</source>
        <translation>tertulis di kuitansi</translation>
    </message>
    <message>
        <source>Village, district or code</source>
        <translation>Desa, kecamatan, atau kode</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>Tempat pendaftaran</translation>
    </message>
    <message>
        <source>where you sit with them</source>
        <translation>tempat Anda duduk bersama mereka</translation>
    </message>
    <message>
        <source>Photo of a page…</source>
        <translation>Foto halaman…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>List to be signed (PDF)…</source>
        <translation>Daftar tanda tangan (PDF)…</translation>
    </message>
    <message>
        <source>Save &amp; take the money</source>
        <translation>Simpan &amp; terima uang</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>Siapa yang membayar</translation>
    </message>
    <message>
        <source>The same for everybody</source>
        <translation>Sama untuk semua</translation>
    </message>
    <message>
        <source>Consent and declaration</source>
        <translation>Persetujuan dan pernyataan</translation>
    </message>
    <message>
        <source>One list that everybody signed, photographed page by page, names each person.</source>
        <translation>Satu daftar yang memuat nama dan tanda tangan semua orang, difoto per halaman.</translation>
    </message>
    <message>
        <source>To take</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>No village of this name: pick one from the list, or leave it empty</source>
        <translation>Tidak ada desa dengan nama ini: pilih dari daftar, atau kosongkan</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) kept</source>
        <translation>
            <numerusform>%n halaman tersimpan</numerusform>
        </translation>
    </message>
    <message>
        <source>No page yet</source>
        <translation>Belum ada halaman</translation>
    </message>
    <message>
        <source>{people} ready</source>
        <translation>{people} siap</translation>
    </message>
    <message numerus="yes">
        <source>%n not yet</source>
        <translation>
            <numerusform>%n belum</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is ready yet</source>
        <translation>Belum ada yang siap</translation>
    </message>
    <message>
        <source>Receipt {number} of {count}</source>
        <translation>Kuitansi {number} dari {count}</translation>
    </message>
    <message>
        <source>Who hands over the money?</source>
        <translation>Siapa yang menyerahkan uangnya?</translation>
    </message>
    <message>
        <source>List to be signed</source>
        <translation>Daftar tanda tangan</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Photos of the signed list</source>
        <translation>Foto daftar tanda tangan</translation>
    </message>
</context>
<context>
    <name>PeopleGrid</name>
    <message>
        <source>People of the group</source>
        <translation>Orang di kelompok</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>Periode sebelumnya</translation>
    </message>
    <message>
        <source>The period after</source>
        <translation>Periode sesudahnya</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>Use this photo</source>
        <translation>Pakai foto ini</translation>
    </message>
    <message>
        <source>Take photo</source>
        <translation>Ambil foto</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>Kamera yang dipakai</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Pilih berkas…</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Putar kiri</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Putar kanan</translation>
    </message>
    <message>
        <source>Keep all of it</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Drop a photo here, or choose a file. JPEG or PNG.</source>
        <translation>Seret foto ke sini, atau pilih berkas. JPEG atau PNG.</translation>
    </message>
    <message>
        <source>Arrows move the part that is kept, with Shift they change its size</source>
        <translation>Panah menggeser bagian yang dipakai, dengan Shift mengubah ukurannya</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Turn the camera off</source>
        <translation>Matikan kamera</translation>
    </message>
    <message>
        <source>It is made small, and loses what the camera notes of time and place.</source>
        <translation>Foto dikecilkan, dan catatan kamera tentang waktu dan tempat dibuang.</translation>
    </message>
    <message>
        <source>Can be read well.</source>
        <translation>Terbaca jelas.</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>Tidak ada kamera yang ditemukan.</translation>
    </message>
    <message>
        <source>Hold the card into the frame, where there is light, and keep still.</source>
        <translation>Pegang kartu di dalam bingkai, di tempat yang terang, dan jangan bergerak.</translation>
    </message>
    <message>
        <source>Keep still.</source>
        <translation>Jangan bergerak.</translation>
    </message>
    <message>
        <source>Nothing is stored until you use the photo.</source>
        <translation>Tidak ada yang disimpan sebelum foto dipakai.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Gambar</translation>
    </message>
</context>
<context>
    <name>PhotoFix</name>
    <message>
        <source>Photo that was sent</source>
        <translation>Foto yang dikirim</translation>
    </message>
    <message>
        <source>New photo</source>
        <translation>Foto baru</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Pakai yang lama</translation>
    </message>
    <message>
        <source>It may be hard to read. You can send it all the same, or take it again.</source>
        <translation>Mungkin sulit dibaca. Boleh tetap dikirim, atau ambil lagi.</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>Dikirim sebelumnya</translation>
    </message>
    <message>
        <source>No longer on this laptop</source>
        <translation>Tidak ada lagi di laptop ini</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>Belum ada foto</translation>
    </message>
    <message>
        <source>Replace the photo</source>
        <translation>Ganti foto</translation>
    </message>
    <message>
        <source>Add the photo</source>
        <translation>Tambah foto</translation>
    </message>
</context>
<context>
    <name>PhotoSlot</name>
    <message>
        <source>take, choose or drop it</source>
        <translation>ambil, pilih, atau seret</translation>
    </message>
    <message>
        <source>{size} · kept</source>
        <translation>{size} · tersimpan</translation>
    </message>
    <message>
        <source>Space chooses a file, Delete leaves the photo out</source>
        <translation>Spasi memilih berkas, Delete membuang foto</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>previous</source>
        <translation>sebelumnya</translation>
    </message>
</context>
<context>
    <name>PhotoWords</name>
    <message>
        <source>KTP photo</source>
        <translation>Foto KTP</translation>
    </message>
    <message>
        <source>Photo of the thumb print</source>
        <translation>Foto cap jempol</translation>
    </message>
    <message>
        <source>Photo of the signed paper</source>
        <translation>Foto surat bertanda tangan</translation>
    </message>
    <message>
        <source>Photo of the slip</source>
        <translation>Foto bukti setor</translation>
    </message>
    <message>
        <source>Thumb print</source>
        <translation>Cap jempol</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Bukti setor</translation>
    </message>
    <message>
        <source>Blurred: hold still and take it again.</source>
        <translation>Kabur: pegang diam, lalu foto lagi.</translation>
    </message>
    <message>
        <source>Light is reflected: tilt the card a little.</source>
        <translation>Ada pantulan cahaya: miringkan kartu sedikit.</translation>
    </message>
    <message>
        <source>Too dark: go where there is light.</source>
        <translation>Terlalu gelap: cari tempat terang.</translation>
    </message>
    <message>
        <source>Too small: come closer, or cut off less.</source>
        <translation>Terlalu kecil: foto lebih dekat, atau potong lebih sedikit.</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>kabur</translation>
    </message>
    <message>
        <source>reflection</source>
        <translation>silau</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>terlalu gelap</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>terlalu kecil</translation>
    </message>
</context>
<context>
    <name>PhotosCard</name>
    <message>
        <source>Photos only on a free connection</source>
        <translation>Foto hanya lewat sambungan gratis</translation>
    </message>
    <message>
        <source>Send the photos this once</source>
        <translation>Kirim foto kali ini saja</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Foto</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) can&apos;t be read on this laptop; the branch is told.</source>
        <translation>
            <numerusform>%n foto tidak terbaca di laptop ini; cabang diberi tahu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait to be sent</source>
        <translation>Menunggu dikirim</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Of it arrived</source>
        <translation>Sudah sampai</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Photos of a record</source>
        <translation>Foto data</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Seluruhnya</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Putar</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Send back for this photo</source>
        <translation>Kembalikan karena foto ini</translation>
    </message>
    <message>
        <source>{name} · {place} of {count}</source>
        <translation>{name} · {place} dari {count}</translation>
    </message>
    <message>
        <source>One moment, the photo is being loaded.</source>
        <translation>Sebentar, fotonya sedang dimuat.</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>previous: {name}</source>
        <translation>sebelumnya: {name}</translation>
    </message>
    <message>
        <source>Photo of the signed list</source>
        <translation>Foto daftar bertanda tangan</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>dimuat</translation>
    </message>
    <message>
        <source>not arrived</source>
        <translation>belum tiba</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>hilang</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>rusak</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>sudah dihapus</translation>
    </message>
    <message>
        <source>not the same</source>
        <translation>tidak sama</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>tidak terbaca</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>terlalu besar</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>belum termuat</translation>
    </message>
    <message>
        <source>One moment, the photo is being loaded.</source>
        <translation>Sebentar, fotonya sedang dimuat.</translation>
    </message>
    <message>
        <source>Not arrived at the branch yet. It comes when the agent&apos;s laptop next sends photos.</source>
        <translation>Belum tiba di cabang. Foto datang saat laptop agen mengirim foto lagi.</translation>
    </message>
    <message>
        <source>It will not come: the agent&apos;s laptop says that its file is gone. Ask the agent for a new photo.</source>
        <translation>Foto ini tidak akan datang: menurut laptop agen, berkasnya hilang. Mintalah foto baru kepada agen.</translation>
    </message>
    <message>
        <source>It will not come: the agent&apos;s laptop says that its file is damaged. Ask the agent for a new photo.</source>
        <translation>Foto ini tidak akan datang: menurut laptop agen, berkasnya rusak. Mintalah foto baru kepada agen.</translation>
    </message>
    <message>
        <source>The branch has erased this photo: the time that it may be kept is over.</source>
        <translation>Cabang sudah menghapus foto ini: masa simpannya sudah habis.</translation>
    </message>
    <message>
        <source>What came is not the photo that the agent recorded, so it is not shown. Open it once more; if it stays so, tell your centre.</source>
        <translation>Yang datang bukan foto yang direkam agen, jadi tidak ditampilkan. Buka sekali lagi; kalau tetap begitu, beri tahu kantor pusat Anda.</translation>
    </message>
    <message>
        <source>The file is not a picture that can be read. Ask the agent for a new photo.</source>
        <translation>Berkasnya bukan gambar yang bisa dibaca. Mintalah foto baru kepada agen.</translation>
    </message>
    <message>
        <source>The picture is too large to be shown safely. Ask the agent for a new photo.</source>
        <translation>Gambarnya terlalu besar untuk ditampilkan dengan aman. Mintalah foto baru kepada agen.</translation>
    </message>
</context>
<context>
    <name>Portal</name>
    <message>
        <source>Nobody of this branch has this NIK</source>
        <translation>Tidak ada peserta cabang ini dengan NIK itu</translation>
    </message>
    <message>
        <source>You recorded this person yourself</source>
        <translation>Orang ini Anda rekam sendiri</translation>
    </message>
    <message>
        <source>This person stands in the file twice</source>
        <translation>Orang ini dua kali di dalam berkas</translation>
    </message>
    <message>
        <source>Neither a KPJ nor a reason</source>
        <translation>Tidak ada KPJ dan tidak ada alasan</translation>
    </message>
    <message>
        <source>A KPJ and a reason at once</source>
        <translation>Ada KPJ sekaligus alasan</translation>
    </message>
    <message>
        <source>The reason is not known</source>
        <translation>Alasannya tidak dikenal</translation>
    </message>
    <message>
        <source>The KPJ has 11 digits</source>
        <translation>KPJ harus 11 angka</translation>
    </message>
    <message>
        <source>KPJ numbers of practice begin with 000, real ones never do</source>
        <translation>KPJ latihan berawalan 000, KPJ asli tidak pernah</translation>
    </message>
    <message>
        <source>Somebody else has this KPJ</source>
        <translation>KPJ ini milik orang lain</translation>
    </message>
    <message>
        <source>Registered already with another KPJ</source>
        <translation>Sudah terdaftar dengan KPJ lain</translation>
    </message>
    <message>
        <source>Somebody else holds this NIK</source>
        <translation>NIK ini dipakai orang lain</translation>
    </message>
    <message>
        <source>Not approved, or decided meanwhile</source>
        <translation>Belum disetujui, atau sudah diputuskan</translation>
    </message>
    <message>
        <source>No deposit has this kode iuran yet</source>
        <translation>Belum ada setoran dengan kode iuran ini</translation>
    </message>
    <message>
        <source>The deposit waits for a decision first</source>
        <translation>Setoran ini harus diputuskan dulu</translation>
    </message>
    <message>
        <source>Another amount was deposited under this kode iuran</source>
        <translation>Jumlah setoran dengan kode iuran ini berbeda</translation>
    </message>
    <message>
        <source>Refused, the agent gives the money back</source>
        <translation>Ditolak, agen mengembalikan uangnya</translation>
    </message>
    <message>
        <source>Refused: a second reviewer brings the same file</source>
        <translation>Ditolak: Penyelia kedua memasukkan berkas yang sama</translation>
    </message>
    <message>
        <source>Taken in before</source>
        <translation>Sudah dimasukkan</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Id of the enrolment</source>
        <translation>ID pendaftaran</translation>
    </message>
    <message>
        <source>KPJ</source>
        <translation>KPJ</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Alasan ditolak</translation>
    </message>
    <message>
        <source>Kode iuran</source>
        <translation>Kode iuran</translation>
    </message>
    <message>
        <source>Rupiah paid</source>
        <translation>Rupiah yang dibayar</translation>
    </message>
    <message>
        <source>Enrolment or renewal</source>
        <translation>Pendaftaran atau iuran lanjutan</translation>
    </message>
    <message>
        <source>Registered · KPJ {kpj}</source>
        <translation>Terdaftar · KPJ {kpj}</translation>
    </message>
    <message>
        <source>{file}: {count} lines, {rupiah}</source>
        <translation>{file}: {count} baris, {rupiah}</translation>
    </message>
    <message>
        <source>Taken in: {kpj} KPJ, {refused} refused, {matched} kode iuran</source>
        <translation>Sudah masuk: {kpj} KPJ, {refused} ditolak, {matched} kode iuran</translation>
    </message>
    <message>
        <source>{file}: {kpj} KPJ, {refused} refused, {matched} kode iuran</source>
        <translation>{file}: {kpj} KPJ, {refused} ditolak, {matched} kode iuran</translation>
    </message>
    <message>
        <source>The result is saved as {name}.</source>
        <translation>Hasilnya tersimpan sebagai {name}.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>Who took the list is written down. It holds personal data: keep it safe.</source>
        <translation>Siapa yang mengambil daftar ini dicatat. Isinya data pribadi: simpan baik-baik.</translation>
    </message>
    <message>
        <source>Two deposits name this kode iuran</source>
        <translation>Dua setoran memakai kode iuran ini</translation>
    </message>
    <message>
        <source>The deposit differs from its receipts</source>
        <translation>Setoran tidak sama dengan kuitansinya</translation>
    </message>
    <message>
        <source>{rupiah} matched, {count} receipts · {code}</source>
        <translation>{rupiah} cocok, {count} kuitansi · {code}</translation>
    </message>
    <message>
        <source>{count} lines stay out; the table says why.</source>
        <translation>{count} baris tidak masuk; sebabnya ada di tabel.</translation>
    </message>
</context>
<context>
    <name>PortalDialog</name>
    <message>
        <source>Portal of BPJS Ketenagakerjaan</source>
        <translation>Portal BPJS Ketenagakerjaan</translation>
    </message>
    <message>
        <source>Take the answers in</source>
        <translation>Masukkan jawaban</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Simpan daftar…</translation>
    </message>
    <message>
        <source>Save the result…</source>
        <translation>Simpan hasil…</translation>
    </message>
    <message>
        <source>Choose the answers…</source>
        <translation>Pilih jawaban…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Baris dalam berkas</translation>
    </message>
    <message>
        <source>The list holds every approved enrolment that has no answer yet, and the payments that were not deposited.</source>
        <translation>Daftar ini berisi semua pendaftaran yang disetujui dan belum dijawab, serta iuran lanjutan yang belum disetor.</translation>
    </message>
    <message>
        <source>The answers are a list (.xlsx or .csv) with NIK, KPJ and, where refused, Alasan, and with the Kode iuran of what was paid: the saved list with these columns filled in will do. You are asked which column is what, and it is remembered.</source>
        <translation>Jawabannya daftar (.xlsx atau .csv) dengan NIK, KPJ, Alasan kalau ditolak, dan Kode iuran yang sudah dibayar: cukup isi kolom-kolom itu di daftar yang tadi disimpan. Anda ditanya kolom mana berisi apa, dan pilihannya diingat.</translation>
    </message>
    <message>
        <source>The answers are for a reviewer to take in, since each of them decides. Your account saves the list.</source>
        <translation>Jawaban dimasukkan oleh Penyelia, karena tiap jawaban adalah keputusan. Akun Anda dapat menyimpan daftarnya.</translation>
    </message>
    <message>
        <source>{count} lines taken</source>
        <translation>{count} baris diambil</translation>
    </message>
    <message>
        <source>{count} answers brought</source>
        <translation>{count} jawaban dikirim</translation>
    </message>
    <message>
        <source>{count} answers looked at</source>
        <translation>{count} jawaban diperiksa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Portal list.xlsx</source>
        <translation>Daftar portal.xlsx</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Simpan daftar</translation>
    </message>
    <message>
        <source>Portal result.xlsx</source>
        <translation>Hasil portal.xlsx</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Simpan hasil</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Answers of BPJS Ketenagakerjaan</source>
        <translation>Jawaban BPJS Ketenagakerjaan</translation>
    </message>
</context>
<context>
    <name>Portfolio</name>
    <message>
        <source>Paid until is no month, such as 10/2026</source>
        <translation>Lunas s.d. bukan bulan, contoh 10/2026</translation>
    </message>
    <message>
        <source>Paid until is too far ahead</source>
        <translation>Lunas s.d. terlalu jauh ke depan</translation>
    </message>
    <message>
        <source>The KPJ has 11 digits</source>
        <translation>KPJ terdiri dari 11 angka</translation>
    </message>
    <message>
        <source>The name is too long, or holds signs that are no letters</source>
        <translation>Nama terlalu panjang, atau berisi tanda yang bukan huruf</translation>
    </message>
    <message>
        <source>This NIK stands in the list twice</source>
        <translation>NIK ini ada dua kali di daftar</translation>
    </message>
    <message>
        <source>Taken in: {count}</source>
        <translation>Sudah masuk: {count} peserta</translation>
    </message>
    <message>
        <source>They fall due in the collection round. Nothing was sent, no money moved.</source>
        <translation>Mereka jatuh tempo di Iuran. Tidak ada yang dikirim, tidak ada uang yang bergerak.</translation>
    </message>
    <message>
        <source>{file}: {count} can be taken in</source>
        <translation>{file}: {count} bisa masuk</translation>
    </message>
    <message>
        <source>{count} are on this laptop already.</source>
        <translation>{count} sudah ada di laptop ini.</translation>
    </message>
    <message>
        <source>{count} lines stay out: put them right in the file and choose it again.</source>
        <translation>{count} baris tidak masuk: perbaiki di berkasnya, lalu pilih lagi.</translation>
    </message>
</context>
<context>
    <name>PortfolioDialog</name>
    <message>
        <source>Participants you serve already</source>
        <translation>Peserta yang sudah Anda layani</translation>
    </message>
    <message>
        <source>Take them in</source>
        <translation>Masukkan</translation>
    </message>
    <message>
        <source>Choose the list…</source>
        <translation>Pilih daftar…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Yang salah</translation>
    </message>
    <message>
        <source>Lines that stay out</source>
        <translation>Baris yang tidak masuk</translation>
    </message>
    <message>
        <source>A list (.xlsx or .csv) with NIK, Nama and Lunas s.d.; KPJ, Desa, Pekerjaan, Penghasilan, Program and No HP help. No money and no receipt comes of it: they only fall due in your round.</source>
        <translation>Daftar (.xlsx atau .csv) dengan kolom NIK, Nama dan Lunas s.d.; KPJ, Desa, Pekerjaan, Penghasilan, Program dan No HP membantu. Tidak ada uang dan kuitansi: mereka hanya jatuh tempo di Iuran.</translation>
    </message>
    <message>
        <source>{count} lines read</source>
        <translation>{count} baris dibaca</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Sebentar…</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>List of participants</source>
        <translation>Daftar peserta</translation>
    </message>
</context>
<context>
    <name>PracticeFrame</name>
    <message>
        <source>Practice: nothing here is real</source>
        <translation>Latihan: tidak ada yang sungguhan di sini</translation>
    </message>
</context>
<context>
    <name>PriceBox</name>
    <message>
        <source>Price of the coming months</source>
        <translation>Iuran bulan-bulan berikutnya</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Sekarang</translation>
    </message>
    <message>
        <source>With the change</source>
        <translation>Setelah berubah</translation>
    </message>
    <message>
        <source>{month}: {before}, with the change {after}</source>
        <translation>{month}: {before}, setelah berubah {after}</translation>
    </message>
    <message>
        <source>nothing due</source>
        <translation>tanpa tagihan</translation>
    </message>
    <message>
        <source>Correct the fields above, then the price is shown.</source>
        <translation>Perbaiki isian di atas, lalu harganya tampil.</translation>
    </message>
    <message>
        <source>Enrolled elsewhere: this laptop does not know what the worker pays.</source>
        <translation>Didaftarkan di tempat lain: laptop ini tidak tahu iuran peserta ini.</translation>
    </message>
</context>
<context>
    <name>PricePanel</name>
    <message>
        <source>Contribution</source>
        <translation>Iuran</translation>
    </message>
    <message>
        <source>This income bracket is inferred from the published maximum. The branch confirms it.</source>
        <translation>Golongan penghasilan ini diturunkan dari batas tertinggi yang diumumkan. Cabang akan memastikan.</translation>
    </message>
    <message>
        <source>To pay now</source>
        <translation>Dibayar sekarang</translation>
    </message>
    <message>
        <source>Occupation, income and programme give the price</source>
        <translation>Isi pekerjaan, penghasilan, dan program untuk tahu iurannya</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) of contribution</source>
        <translation>
            <numerusform>Iuran %n bulan</numerusform>
        </translation>
    </message>
    <message>
        <source>Full death benefit after 3 paid months in a row.</source>
        <translation>Santunan kematian penuh setelah 3 bulan lunas berturut-turut.</translation>
    </message>
    <message>
        <source>{payer} · basis {basis}</source>
        <translation>{payer} · dasar {basis}</translation>
    </message>
    <message>
        <source>{first} – {last}, {count} × {amount}</source>
        <translation>{first} – {last}, {count} × {amount}</translation>
    </message>
    <message>
        <source>Relief {percent}% {law}</source>
        <translation>Keringanan {percent}% {law}</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Paper size</source>
        <translation>Ukuran kertas</translation>
    </message>
    <message>
        <source>The paper did not come out</source>
        <translation>Kertas tidak keluar</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>Mencari printer…</translation>
    </message>
    <message>
        <source>No printer for this paper</source>
        <translation>Tidak ada printer untuk kertas ini</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Jumlah lembar</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>148 × 210 mm</source>
        <translation>148 × 210 mm</translation>
    </message>
    <message>
        <source>2 receipts a page</source>
        <translation>2 kuitansi sehalaman</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>wide roll</source>
        <translation>struk lebar</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>narrow roll</source>
        <translation>struk kecil</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>dijeda</translation>
    </message>
    <message>
        <source>off</source>
        <translation>mati</translation>
    </message>
    <message>
        <source>check paper and cover</source>
        <translation>periksa kertas dan tutupnya</translation>
    </message>
    <message>
        <source>Reprints say SALINAN</source>
        <translation>Cetak ulang: SALINAN</translation>
    </message>
    <message>
        <source>Original and {count} SALINAN</source>
        <translation>Asli dan {count} SALINAN</translation>
    </message>
    <message>
        <source>Next: SALINAN {span}</source>
        <translation>Berikutnya: SALINAN {span}</translation>
    </message>
    <message>
        <source>In the printer&apos;s queue</source>
        <translation>Antre di printer</translation>
    </message>
    <message>
        <source>Nothing has come out yet. You can go on meanwhile.</source>
        <translation>Kertas belum keluar. Anda boleh lanjut sambil menunggu.</translation>
    </message>
    <message>
        <source>The printer is printing</source>
        <translation>Printer sedang mencetak</translation>
    </message>
    <message>
        <source>Wait for the paper. You can go on meanwhile.</source>
        <translation>Tunggu kertasnya. Anda boleh lanjut sambil menunggu.</translation>
    </message>
    <message>
        <source>Out of the printer&apos;s queue</source>
        <translation>Sudah keluar dari antrean printer</translation>
    </message>
    <message>
        <source>Look at the paper and hand it over. Nothing came out? Say so below.</source>
        <translation>Periksa kertasnya lalu serahkan. Kertas tidak keluar? Tekan tombol di bawah.</translation>
    </message>
    <message>
        <source>The printer holds the receipt back</source>
        <translation>Printer menahan kuitansi</translation>
    </message>
    <message>
        <source>The printer is paused</source>
        <translation>Printer dijeda</translation>
    </message>
    <message>
        <source>The printer is off or not connected</source>
        <translation>Printer mati atau tidak tersambung</translation>
    </message>
    <message>
        <source>The printer stopped: check paper and cover</source>
        <translation>Printer berhenti: periksa kertas dan tutupnya</translation>
    </message>
    <message>
        <source>The receipt waits in the queue and comes out once the printer goes on.</source>
        <translation>Kuitansi menunggu di antrean dan keluar begitu printer jalan lagi.</translation>
    </message>
</context>
<context>
    <name>PrivacyCard</name>
    <message>
        <source>Personal data on this laptop</source>
        <translation>Data pribadi di laptop ini</translation>
    </message>
    <message>
        <source>Mother&apos;s name, address, bank account, heirs, photos and signatures are cleaned from the laptop by itself once the branch has decided; the branch keeps them. Whom you serve stays with name, NIK, phone and village; months, money and receipts always stay.</source>
        <translation>Nama ibu, alamat, rekening, ahli waris, foto, dan tanda tangan dibersihkan sendiri dari laptop setelah cabang memutuskan; semuanya tersimpan di cabang. Peserta yang Anda layani tetap ada dengan nama, NIK, nomor HP, dan desanya; bulan iuran, uang, dan kuitansi selalu tetap ada.</translation>
    </message>
    <message>
        <source>{days} days after the branch&apos;s decision</source>
        <translation>{days} hari setelah keputusan cabang</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} catatan</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum pernah</translation>
    </message>
    <message>
        <source>{moment}; {count} records cleaned</source>
        <translation>{moment}; {count} catatan dibersihkan</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Disimpan sampai</translation>
    </message>
    <message>
        <source>Cleaned so far</source>
        <translation>Sudah dibersihkan</translation>
    </message>
    <message>
        <source>Last looked through</source>
        <translation>Terakhir diperiksa</translation>
    </message>
</context>
<context>
    <name>ProblemPanel</name>
    <message>
        <source>To check</source>
        <translation>Perlu diperiksa</translation>
    </message>
    <message>
        <source>Open this worker</source>
        <translation>Buka peserta</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>Bandingkan</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n kesalahan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to compare</source>
        <translation>
            <numerusform>%n perlu dicocokkan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n peringatan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) read off the KTP, not checked yet</source>
        <translation>
            <numerusform>%n isian terbaca dari KTP, belum diperiksa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to fill in</source>
        <translation>
            <numerusform>%n belum diisi</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>The worker has not signed yet</source>
        <translation>Peserta belum tanda tangan</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Publish for all laptops of the branch</source>
        <translation>Terbitkan ke semua laptop</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Terbitkan</translation>
    </message>
    <message>
        <source>{changes} changes hold from {day}; {prices} of the prices looked at are different then.</source>
        <translation>{changes} perubahan berlaku sejak {day}; {prices} dari harga yang dilihat menjadi lain.</translation>
    </message>
    <message>
        <source>Laptops get it with their next connection, or with an answer on a stick, and work by it from its day on; what was begun before ends as it began. What was paid until then stays as it is. A version cannot be taken back: publish another one.</source>
        <translation>Laptop mendapatkannya saat tersambung berikutnya, atau lewat jawaban di flashdisk, dan memakainya sejak hari itu; yang sudah dimulai diselesaikan seperti semula. Yang sudah dibayar tetap. Versi yang terbit tidak bisa ditarik: terbitkan versi lain.</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Records to review</source>
        <translation>Data untuk ditinjau</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueMenu</name>
    <message>
        <source>Choose a queue</source>
        <translation>Pilih antrean</translation>
    </message>
    <message>
        <source>Late laptops</source>
        <translation>Laptop yang terlambat</translation>
    </message>
</context>
<context>
    <name>Queues</name>
    <message>
        <source>Needs me</source>
        <translation>Perlu saya</translation>
    </message>
    <message>
        <source>Consent taken back</source>
        <translation>Persetujuan dicabut</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Ditandai</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>Mungkin ganda</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Perbaikan</translation>
    </message>
    <message>
        <source>Voids and refunds</source>
        <translation>Pembatalan dan pengembalian</translation>
    </message>
    <message>
        <source>Cash that differs</source>
        <translation>Kas yang berbeda</translation>
    </message>
    <message>
        <source>Held and in suspense</source>
        <translation>Ditahan dan dicari pasangannya</translation>
    </message>
    <message>
        <source>Waits for other data</source>
        <translation>Menunggu data lain</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>stop by {day} {month}, {clock}</source>
        <translation>berhenti sebelum {day} {month}, {clock}</translation>
    </message>
    <message>
        <source>second reviewer</source>
        <translation>Penyelia kedua</translation>
    </message>
    <message>
        <source>you asked somebody else</source>
        <translation>Anda minta orang lain</translation>
    </message>
    <message>
        <source>{name} asks</source>
        <translation>{name} meminta penilaian</translation>
    </message>
</context>
<context>
    <name>RadarCard</name>
    <message>
        <source>Contribution</source>
        <translation>Iuran</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Tagihan</translation>
    </message>
</context>
<context>
    <name>Reactions</name>
    <message>
        <source>The NIK has signs that are no digits</source>
        <translation>NIK berisi tanda yang bukan angka</translation>
    </message>
    <message>
        <source>The NIK must have 16 digits</source>
        <translation>NIK harus 16 angka</translation>
    </message>
    <message>
        <source>All digits of the NIK are the same</source>
        <translation>Semua angka NIK sama</translation>
    </message>
    <message>
        <source>The birth date inside the NIK does not exist</source>
        <translation>Tanggal lahir di dalam NIK tidak ada</translation>
    </message>
    <message>
        <source>The last four digits of the NIK can&apos;t be 0000</source>
        <translation>Empat angka terakhir NIK tidak boleh 0000</translation>
    </message>
    <message>
        <source>This NIK is already on this laptop</source>
        <translation>NIK ini sudah ada di laptop ini</translation>
    </message>
    <message>
        <source>Fill in the full name</source>
        <translation>Isi nama lengkap</translation>
    </message>
    <message>
        <source>Fill in the date of birth</source>
        <translation>Isi tanggal lahir</translation>
    </message>
    <message>
        <source>Fill in the place of birth</source>
        <translation>Isi tempat lahir</translation>
    </message>
    <message>
        <source>This date of birth does not exist</source>
        <translation>Tanggal lahir ini tidak ada</translation>
    </message>
    <message>
        <source>Choose the sex</source>
        <translation>Pilih jenis kelamin</translation>
    </message>
    <message>
        <source>Fill in the mother&apos;s maiden name</source>
        <translation>Isi nama ibu kandung</translation>
    </message>
    <message>
        <source>Fill in the street or hamlet</source>
        <translation>Isi jalan atau kampung</translation>
    </message>
    <message>
        <source>Already 65 or older, can&apos;t be enrolled</source>
        <translation>Sudah 65 tahun atau lebih, tidak bisa didaftarkan</translation>
    </message>
    <message>
        <source>Turns 65 today, can&apos;t be enrolled</source>
        <translation>Genap 65 tahun hari ini, tidak bisa didaftarkan</translation>
    </message>
    <message>
        <source>Under 15, can&apos;t be enrolled</source>
        <translation>Belum 15 tahun, tidak bisa didaftarkan</translation>
    </message>
    <message>
        <source>Fill in the phone number</source>
        <translation>Isi nomor HP</translation>
    </message>
    <message>
        <source>The phone number must begin with 08 or +628</source>
        <translation>Nomor HP harus diawali 08 atau +628, 10 sampai 13 angka</translation>
    </message>
    <message>
        <source>Choose the main occupation</source>
        <translation>Pilih pekerjaan utama</translation>
    </message>
    <message>
        <source>This occupation is not on the list</source>
        <translation>Pekerjaan ini tidak ada di daftar</translation>
    </message>
    <message>
        <source>Fill in the income a month</source>
        <translation>Isi penghasilan per bulan</translation>
    </message>
    <message>
        <source>The income must be at least Rp1.000.000</source>
        <translation>Penghasilan paling sedikit Rp1.000.000</translation>
    </message>
    <message>
        <source>Give the income in whole thousands</source>
        <translation>Penghasilan harus kelipatan seribu</translation>
    </message>
    <message>
        <source>Choose one of the programmes offered</source>
        <translation>Pilih program yang tersedia</translation>
    </message>
    <message>
        <source>Choose one of the numbers of months offered</source>
        <translation>Pilih jumlah bulan yang tersedia</translation>
    </message>
    <message>
        <source>Start with this month or the next</source>
        <translation>Mulai bulan ini atau bulan depan</translation>
    </message>
    <message>
        <source>Consent is not complete</source>
        <translation>Persetujuan belum lengkap</translation>
    </message>
    <message>
        <source>The declaration is not given</source>
        <translation>Pernyataan belum diberikan</translation>
    </message>
    <message>
        <source>Choose the village</source>
        <translation>Pilih desa atau kelurahan</translation>
    </message>
    <message>
        <source>This village is not known, choose it from the list</source>
        <translation>Desa ini tidak dikenal, pilih dari daftar</translation>
    </message>
    <message>
        <source>The branch asks for this too</source>
        <translation>Cabang juga meminta isian ini</translation>
    </message>
    <message>
        <source>The postcode must have 5 digits</source>
        <translation>Kode pos harus 5 angka</translation>
    </message>
    <message>
        <source>This is no e-mail address</source>
        <translation>Ini bukan alamat surel</translation>
    </message>
    <message>
        <source>Choose the marital state from the list</source>
        <translation>Pilih status perkawinan dari daftar</translation>
    </message>
    <message>
        <source>The number of the family card must have 16 digits</source>
        <translation>Nomor KK harus 16 angka</translation>
    </message>
    <message>
        <source>The NPWP must have 15 or 16 digits</source>
        <translation>NPWP harus 15 atau 16 angka</translation>
    </message>
    <message>
        <source>Choose from the list who pays</source>
        <translation>Pilih dari daftar siapa yang membayar</translation>
    </message>
    <message>
        <source>The account needs bank, number and holder</source>
        <translation>Rekening perlu nama bank, nomor, dan pemilik</translation>
    </message>
    <message>
        <source>Each heir needs a name and a relation</source>
        <translation>Setiap ahli waris perlu nama dan hubungan</translation>
    </message>
    <message>
        <source>The date of birth of an heir does not exist</source>
        <translation>Tanggal lahir ahli waris tidak ada</translation>
    </message>
    <message>
        <source>The heirs&apos; shares must make 100 percent</source>
        <translation>Bagian ahli waris harus berjumlah 100 persen</translation>
    </message>
    <message>
        <source>At most 20 heirs can be named</source>
        <translation>Paling banyak 20 ahli waris</translation>
    </message>
    <message>
        <source>This month is already paid</source>
        <translation>Bulan ini sudah lunas</translation>
    </message>
    <message>
        <source>There is an unpaid month before this one</source>
        <translation>Ada bulan sebelumnya yang belum dibayar</translation>
    </message>
    <message>
        <source>The amount differs from the price</source>
        <translation>Jumlahnya berbeda dari iuran</translation>
    </message>
    <message>
        <source>At most 12 months ahead can be paid</source>
        <translation>Paling jauh 12 bulan ke depan</translation>
    </message>
    <message>
        <source>Membership has ended, enrol again</source>
        <translation>Kepesertaan sudah berakhir, daftarkan lagi</translation>
    </message>
    <message>
        <source>The date of birth differs from the NIK</source>
        <translation>Tanggal lahir berbeda dari NIK</translation>
    </message>
    <message>
        <source>The sex differs from the NIK</source>
        <translation>Jenis kelamin berbeda dari NIK</translation>
    </message>
    <message>
        <source>The region of the NIK is not known</source>
        <translation>Wilayah pada NIK tidak dikenal</translation>
    </message>
    <message>
        <source>Not yet 17 years old</source>
        <translation>Belum 17 tahun</translation>
    </message>
    <message>
        <source>Somebody else here has this phone number</source>
        <translation>Nomor HP ini dipakai orang lain di sini</translation>
    </message>
    <message>
        <source>Same name and date of birth as somebody else here</source>
        <translation>Nama dan tanggal lahir sama dengan orang lain di sini</translation>
    </message>
    <message>
        <source>The region of the NIK has an older name</source>
        <translation>Wilayah pada NIK sudah berganti nama</translation>
    </message>
    <message>
        <source>Spaces and dots in the NIK were left out</source>
        <translation>Spasi dan titik pada NIK diabaikan</translation>
    </message>
    <message>
        <source>Last day before turning 65</source>
        <translation>Hari terakhir sebelum genap 65 tahun</translation>
    </message>
</context>
<context>
    <name>ReadOut</name>
    <message>
        <source>It is shown only now.</source>
        <translation>Hanya terlihat sekarang.</translation>
    </message>
    <message>
        <source>Read it out or write it down by hand. Once this window is closed, nobody sees it again. It serves for 7 days.</source>
        <translation>Bacakan atau tulis dengan tangan. Setelah jendela ini ditutup, tidak ada yang bisa melihatnya lagi. Berlaku 7 hari.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Sign by sign, with the dashes</source>
        <translation>Tanda demi tanda, dengan tanda hubungnya</translation>
    </message>
</context>
<context>
    <name>Ready</name>
    <message>
        <source>Data on this laptop</source>
        <translation>Data di laptop ini</translation>
    </message>
    <message>
        <source>Copy of the data</source>
        <translation>Cadangan data</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Belum terkirim</translation>
    </message>
    <message>
        <source>Connection to the branch</source>
        <translation>Sambungan ke cabang</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Sisa ruang disk</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Tariff</source>
        <translation>Tarif iuran</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>Pilih printer</translation>
    </message>
    <message>
        <source>New numbers…</source>
        <translation>Nomor baru…</translation>
    </message>
    <message>
        <source>Older than it was, so no receipts can be given</source>
        <translation>Lebih lama daripada sebelumnya, jadi kuitansi belum bisa dibuat</translation>
    </message>
    <message>
        <source>Connect to the internet once, or call the branch for a code.</source>
        <translation>Sambungkan ke internet sekali saja, atau telepon cabang untuk meminta kode.</translation>
    </message>
    <message>
        <source>Opened, whole and still empty</source>
        <translation>Terbuka, utuh, dan masih kosong</translation>
    </message>
    <message>
        <source>Opened and whole, {count} entries</source>
        <translation>Terbuka dan utuh, {count} catatan</translation>
    </message>
    <message>
        <source>Plug in a USB stick; a copy takes about a minute.</source>
        <translation>Colokkan flashdisk; membuat cadangan kira-kira satu menit.</translation>
    </message>
    <message>
        <source>None yet: if the laptop breaks, there is no second copy</source>
        <translation>Belum ada: kalau laptop rusak, tidak ada salinan kedua</translation>
    </message>
    <message>
        <source>Nothing to copy yet</source>
        <translation>Belum ada yang perlu dicadangkan</translation>
    </message>
    <message>
        <source>Made {moment}</source>
        <translation>Dibuat {moment}</translation>
    </message>
    <message>
        <source>The last one is {age} old</source>
        <translation>Yang terakhir sudah {age}</translation>
    </message>
    <message>
        <source>Everything is at the branch</source>
        <translation>Semua sudah di cabang</translation>
    </message>
    <message>
        <source>{count} waiting, {rupiah}; sent by itself when there is a signal</source>
        <translation>{count} menunggu, {rupiah}; terkirim sendiri kalau ada sinyal</translation>
    </message>
    <message>
        <source>{count} waiting, {rupiah}, for {age} already</source>
        <translation>{count} menunggu, {rupiah}, sudah {age}</translation>
    </message>
    <message>
        <source>Go where there is a signal, then send.</source>
        <translation>Cari tempat yang ada sinyal, lalu kirim.</translation>
    </message>
    <message>
        <source>The branch&apos;s decisions come with the next connection.</source>
        <translation>Keputusan cabang datang begitu tersambung.</translation>
    </message>
    <message>
        <source>Never connected so far</source>
        <translation>Belum pernah tersambung</translation>
    </message>
    <message>
        <source>Last connected {moment}</source>
        <translation>Terakhir tersambung {moment}</translation>
    </message>
    <message>
        <source>Last connected {age} ago</source>
        <translation>Terakhir tersambung {age} lalu</translation>
    </message>
    <message>
        <source>Without one too: save the receipt as PDF and share it.</source>
        <translation>Tanpa printer pun bisa: simpan kuitansi sebagai PDF lalu bagikan.</translation>
    </message>
    <message>
        <source>No printer on this laptop</source>
        <translation>Tidak ada printer di laptop ini</translation>
    </message>
    <message>
        <source>{printer} is not connected</source>
        <translation>{printer} tidak tersambung</translation>
    </message>
    <message>
        <source>Plug it in and switch it on, or choose another one.</source>
        <translation>Colokkan dan nyalakan, atau pilih printer lain.</translation>
    </message>
    <message>
        <source>{printer} is ready</source>
        <translation>{printer} siap</translation>
    </message>
    <message>
        <source>{printer} is paused</source>
        <translation>{printer} dijeda</translation>
    </message>
    <message>
        <source>{printer} is switched off or unplugged</source>
        <translation>{printer} mati atau tidak tercolok</translation>
    </message>
    <message>
        <source>{printer} reports a fault</source>
        <translation>{printer} bermasalah</translation>
    </message>
    <message>
        <source>Look at paper, cover and cable, or choose another one.</source>
        <translation>Periksa kertas, tutup, dan kabelnya, atau pilih printer lain.</translation>
    </message>
    <message>
        <source>The system does not tell how much is free</source>
        <translation>Sistem tidak memberi tahu sisa ruang</translation>
    </message>
    <message>
        <source>{size} free, enough for about {count} enrolments</source>
        <translation>{size} kosong, cukup untuk kira-kira {count} pendaftaran</translation>
    </message>
    <message>
        <source>Empty the recycle bin, and move films and pictures to a USB stick.</source>
        <translation>Kosongkan tempat sampah, dan pindahkan film serta foto ke flashdisk.</translation>
    </message>
    <message>
        <source>Set date, time and zone in the system&apos;s settings: every receipt carries them.</source>
        <translation>Betulkan tanggal, jam, dan zona di pengaturan sistem: semuanya tercantum di kuitansi.</translation>
    </message>
    <message>
        <source>The time zone is none of WIB, WITA and WIT</source>
        <translation>Zona waktunya bukan WIB, WITA, atau WIT</translation>
    </message>
    <message>
        <source>{zone}, {age} behind the last entry: it was put back</source>
        <translation>{zone}, mundur {age} dari catatan terakhir: jamnya diputar balik</translation>
    </message>
    <message>
        <source>{zone}; compared with the next connection</source>
        <translation>{zone}; dicocokkan begitu tersambung</translation>
    </message>
    <message>
        <source>Until then the branch&apos;s date decides which prices hold.</source>
        <translation>Sampai dibetulkan, tanggal cabang yang menentukan harga mana yang berlaku.</translation>
    </message>
    <message>
        <source>{zone}, right to the minute</source>
        <translation>{zone}, tepat sampai menitnya</translation>
    </message>
    <message>
        <source>{zone}, {age} fast</source>
        <translation>{zone}, terlalu cepat {age}</translation>
    </message>
    <message>
        <source>{zone}, {age} slow</source>
        <translation>{zone}, terlambat {age}</translation>
    </message>
    <message>
        <source>No tariff for this month</source>
        <translation>Tidak ada tarif untuk bulan ini</translation>
    </message>
    <message>
        <source>Ask the branch for the newest version before you take money.</source>
        <translation>Minta versi terbaru ke cabang sebelum menerima uang.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versi {version}</translation>
    </message>
    <message>
        <source>up to {month}</source>
        <translation>sampai {month}</translation>
    </message>
    <message>
        <source>New settings of the branch are here; what you open next goes by them</source>
        <translation>Pengaturan baru dari cabang sudah tiba; yang dibuka berikutnya memakainya</translation>
    </message>
    <message>
        <source>Finish what you have begun: it ends by the settings until now.</source>
        <translation>Selesaikan dulu yang sudah dimulai: yang itu masih memakai pengaturan lama.</translation>
    </message>
    <message>
        <source>New settings were refused: the branch did not sign them</source>
        <translation>Pengaturan baru ditolak: bukan cabang yang menandatanganinya</translation>
    </message>
    <message>
        <source>The branch&apos;s server told of settings older than these</source>
        <translation>Server cabang menyebut pengaturan yang lebih lama dari ini</translation>
    </message>
    <message>
        <source>New settings of the branch arrived damaged</source>
        <translation>Pengaturan baru dari cabang tiba dalam keadaan rusak</translation>
    </message>
    <message>
        <source>New settings of the branch need a newer program</source>
        <translation>Pengaturan baru dari cabang memerlukan program yang lebih baru</translation>
    </message>
    <message>
        <source>The settings until now stay; they are fetched again with the next connection.</source>
        <translation>Pengaturan yang lama tetap dipakai; diambil lagi pada sambungan berikutnya.</translation>
    </message>
    <message>
        <source>The settings until now stay. Call the branch and say this.</source>
        <translation>Pengaturan yang lama tetap dipakai. Telepon cabang dan sampaikan hal ini.</translation>
    </message>
    <message>
        <source>{percent} % off ({law}) up to {month}</source>
        <translation>potongan {percent}% ({law}) sampai {month}</translation>
    </message>
    <message>
        <source>transport {percent} % off ({law}) up to {month}</source>
        <translation>transportasi: potongan {percent}% ({law}) sampai {month}</translation>
    </message>
    <message>
        <source>Version {version} is too old: the branch asks for {minimum} or newer</source>
        <translation>Versi {version} terlalu lama: cabang minta {minimum} atau lebih baru</translation>
    </message>
    <message>
        <source>Version {version}: to take cash from {day} on, {minimum} or newer is needed</source>
        <translation>Versi {version}: untuk menerima uang mulai {day} perlu versi {minimum} atau lebih baru</translation>
    </message>
    <message>
        <source>Ask the branch for the newest version; your data stays.</source>
        <translation>Minta versi terbaru ke cabang; data Anda tetap ada.</translation>
    </message>
</context>
<context>
    <name>ReadyView</name>
    <message>
        <source>Start work</source>
        <translation>Mulai bekerja</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Periksa lagi</translation>
    </message>
    <message>
        <source>Looking at this laptop…</source>
        <translation>Laptop ini sedang diperiksa…</translation>
    </message>
    <message>
        <source>You need not wait for it.</source>
        <translation>Anda tidak perlu menunggu.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to do first</source>
        <translation>
            <numerusform>%n hal perlu diurus dulu</numerusform>
        </translation>
    </message>
    <message>
        <source>You can work all the same: nothing you save gets lost.</source>
        <translation>Anda tetap bisa bekerja: yang Anda simpan tidak hilang.</translation>
    </message>
    <message>
        <source>Everything is ready</source>
        <translation>Semua siap</translation>
    </message>
    <message>
        <source>Have a good day at work.</source>
        <translation>Selamat bekerja.</translation>
    </message>
    <message>
        <source>Ready for work</source>
        <translation>Siap kerja</translation>
    </message>
</context>
<context>
    <name>ReasonRow</name>
    <message>
        <source>Reason, the reviewer reads it</source>
        <translation>Alasan, dibaca Penyelia</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message numerus="yes">
        <source>also for %n other(s)</source>
        <translation>
            <numerusform>juga untuk %n lainnya</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptCheckView</name>
    <message>
        <source>Number of the receipt, or its code</source>
        <translation>Nomor kuitansi, atau kodenya</translation>
    </message>
    <message>
        <source>Is this receipt genuine?</source>
        <translation>Aslikah kuitansi ini?</translation>
    </message>
    <message>
        <source>Type its number or scan its QR code. This laptop answers at once, without a network too.</source>
        <translation>Ketik nomornya atau pindai kode QR-nya. Laptop ini langsung menjawab, juga tanpa jaringan.</translation>
    </message>
    <message>
        <source>Checked last</source>
        <translation>Terakhir diperiksa</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>Next receipt</source>
        <translation>Kuitansi lain</translation>
    </message>
    <message>
        <source>The list is forgotten when you sign out.</source>
        <translation>Daftar ini hilang saat Anda keluar.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Check a receipt</source>
        <translation>Periksa kuitansi</translation>
    </message>
</context>
<context>
    <name>ReceiptWindow</name>
    <message>
        <source>Receipt {number}</source>
        <translation>Kuitansi {number}</translation>
    </message>
    <message>
        <source>The PDF is saved</source>
        <translation>PDF tersimpan</translation>
    </message>
    <message>
        <source>Receipt ready</source>
        <translation>Kuitansi siap</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Tutup (Esc)</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Kuitansi</translation>
    </message>
    <message>
        <source>Folder for PDFs</source>
        <translation>Folder PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Simpan PDF</translation>
    </message>
    <message>
        <source>Other folder</source>
        <translation>Folder lain</translation>
    </message>
    <message>
        <source>Enrol the next person</source>
        <translation>Daftarkan orang berikutnya</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Bagikan</translation>
    </message>
    <message>
        <source>On to the next person</source>
        <translation>Lanjut ke orang berikutnya</translation>
    </message>
    <message>
        <source>Void the receipt…</source>
        <translation>Batalkan kuitansi…</translation>
    </message>
    <message>
        <source>Handing the receipt to the printer…</source>
        <translation>Menyerahkan kuitansi ke printer…</translation>
    </message>
    <message>
        <source>The next paper is the same again</source>
        <translation>Kertas berikutnya tetap sama</translation>
    </message>
    <message>
        <source>Look at the printer first: paper, cover, cable. Then print again.</source>
        <translation>Periksa dulu printernya: kertas, tutup, kabel. Lalu cetak lagi.</translation>
    </message>
    <message>
        <source>{amount} received</source>
        <translation>{amount} diterima</translation>
    </message>
    <message>
        <source>The number and the amount never change.</source>
        <translation>Nomor dan jumlahnya tidak akan berubah.</translation>
    </message>
    <message>
        <source>{amount} and the data are saved</source>
        <translation>{amount} dan data tersimpan</translation>
    </message>
    <message>
        <source>Safe on this laptop, not yet sent to the branch</source>
        <translation>Aman di laptop ini, belum terkirim ke cabang</translation>
    </message>
    <message>
        <source>PRACTICE, no money was paid. Receipt {number}, {amount}: {link}</source>
        <translation>LATIHAN, tidak ada uang yang dibayar. Kuitansi {number}, {amount}: {link}</translation>
    </message>
    <message>
        <source>Receipt {number}, {amount}. Check it here: {link}</source>
        <translation>Kuitansi {number}, {amount}. Periksa di sini: {link}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Tersalin</translation>
    </message>
    <message>
        <source>Paste it into a message to the worker.</source>
        <translation>Tempelkan ke pesan untuk peserta.</translation>
    </message>
</context>
<context>
    <name>ReceiptsCard</name>
    <message>
        <source>Receipt</source>
        <translation>Kuitansi</translation>
    </message>
    <message>
        <source>Rupiah</source>
        <translation>Rupiah</translation>
    </message>
    <message>
        <source>Receipts in hand</source>
        <translation>Kuitansi belum disetor</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>{count} of {all} chosen: {amount}</source>
        <translation>{count} dari {all} dipilih: {amount}</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>ditahan</translation>
    </message>
    <message>
        <source>a void awaits the branch</source>
        <translation>pembatalan menunggu cabang</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>dipilih</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>tidak dipilih</translation>
    </message>
</context>
<context>
    <name>RecordCard</name>
    <message>
        <source>Nothing waits for you</source>
        <translation>Tidak ada yang menunggu Anda</translation>
    </message>
    <message>
        <source>New records appear here as soon as agents send them.</source>
        <translation>Data baru muncul di sini begitu agen mengirim.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Sebentar</translation>
    </message>
    <message>
        <source>The server is being asked.</source>
        <translation>Sedang bertanya ke server.</translation>
    </message>
</context>
<context>
    <name>RecordSheet</name>
    <message>
        <source>{agent} · {device} · recorded {date} {clock}</source>
        <translation>{agent} · {device} · direkam {date} {clock}</translation>
    </message>
    <message>
        <source>Agent&apos;s reason: {reason}</source>
        <translation>Alasan agen: {reason}</translation>
    </message>
    <message>
        <source>Paid for somebody whom the branch does not know yet</source>
        <translation>Dibayar untuk orang yang belum dikenal cabang</translation>
    </message>
    <message>
        <source>{name} · {date} {clock} · {amount} · {state}</source>
        <translation>{name} · {date} {clock} · {amount} · {state}</translation>
    </message>
    <message>
        <source>Another receipt has the number {number}</source>
        <translation>Kuitansi lain memakai nomor {number}</translation>
    </message>
    <message>
        <source>{agent} · {date} {clock} · receipt {number} · {amount} · {state}</source>
        <translation>{agent} · {date} {clock} · kuitansi {number} · {amount} · {state}</translation>
    </message>
    <message>
        <source>The branch has: {name}</source>
        <translation>Yang ada di cabang: {name}</translation>
    </message>
    <message>
        <source>there {other}</source>
        <translation>di sana {other}</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>diganti</translation>
    </message>
    <message>
        <source>was {before}</source>
        <translation>tadinya {before}</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Kuitansi {number}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Saved by {agent}</source>
        <translation>Disimpan oleh {agent}</translation>
    </message>
</context>
<context>
    <name>RefundDialog</name>
    <message>
        <source>Give money back</source>
        <translation>Kembalikan uang</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Peserta</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Kuitansi</translation>
    </message>
    <message>
        <source>Rupiah</source>
        <translation>Rupiah</translation>
    </message>
    <message>
        <source>Money to be given back</source>
        <translation>Uang yang harus dikembalikan</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Pembayar</translation>
    </message>
    <message>
        <source>Heir</source>
        <translation>Ahli waris</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Wakil</translation>
    </message>
    <message>
        <source>Whoever receives the money signs here</source>
        <translation>Penerima uang tanda tangan di sini</translation>
    </message>
    <message>
        <source>Signature of the receiver</source>
        <translation>Tanda tangan penerima</translation>
    </message>
    <message>
        <source>Give back in cash</source>
        <translation>Kembalikan uang</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Ulangi tanda tangan</translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation>Siapa penerimanya</translation>
    </message>
    <message>
        <source>Name of the receiver</source>
        <translation>Nama penerima</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Tanda tangan</translation>
    </message>
    <message>
        <source>Nothing has to be given back.</source>
        <translation>Tidak ada yang harus dikembalikan.</translation>
    </message>
    <message>
        <source>Several workers</source>
        <translation>Beberapa peserta</translation>
    </message>
</context>
<context>
    <name>ReliefSheet</name>
    <message>
        <source>Reliefs</source>
        <translation>Keringanan</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nama singkat</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Peraturan</translation>
    </message>
    <message>
        <source>Title on receipts</source>
        <translation>Judul di kuitansi</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>persen</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Yang dibayar</translation>
    </message>
    <message>
        <source>New: months in full</source>
        <translation>Peserta baru: bulan penuh</translation>
    </message>
    <message>
        <source>First iuran month</source>
        <translation>Bulan iuran pertama</translation>
    </message>
    <message>
        <source>Last iuran month</source>
        <translation>Bulan iuran terakhir</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Untuk siapa</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Holds if paid by</source>
        <translation>Berlaku jika dibayar oleh</translation>
    </message>
    <message>
        <source>Put into the draft</source>
        <translation>Masukkan ke draf</translation>
    </message>
    <message>
        <source>Take out of the draft</source>
        <translation>Keluarkan dari draf</translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Laptop {device}: password forgotten</source>
        <translation>Laptop {device}: lupa kata sandi</translation>
    </message>
    <message>
        <source>Save the answer…</source>
        <translation>Simpan jawaban…</translation>
    </message>
    <message>
        <source>Be sure that it is the agent who asks.</source>
        <translation>Pastikan yang meminta memang agennya.</translation>
    </message>
    <message>
        <source>Call the number that you know, never one that came with the file. Whoever has the laptop and your answer reads everything on it.</source>
        <translation>Telepon nomor yang Anda kenal, bukan nomor yang datang bersama berkas. Siapa pun yang memegang laptop dan jawaban Anda bisa membaca semua isinya.</translation>
    </message>
    <message>
        <source>1. The file that the laptop saved</source>
        <translation>1. Berkas yang disimpan laptop</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Pilih berkas…</translation>
    </message>
    <message>
        <source>2. The code on the laptop&apos;s screen</source>
        <translation>2. Kode di layar laptop</translation>
    </message>
    <message>
        <source>Code as the agent reads it out</source>
        <translation>Kode yang dibacakan agen</translation>
    </message>
    <message>
        <source>12 letters and digits</source>
        <translation>12 huruf dan angka</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Belum ada berkas</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Tersimpan sebagai {name}</translation>
    </message>
    <message>
        <source>Send it back to the agent: only that laptop opens it. It stands in the audit trail.</source>
        <translation>Kirim kembali ke agen: hanya laptop itu yang bisa membukanya. Tercatat di jejak audit.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Semua berkas</translation>
    </message>
    <message>
        <source>File of the laptop</source>
        <translation>Berkas laptop</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Answer for the agent</source>
        <translation>Jawaban untuk agen</translation>
    </message>
</context>
<context>
    <name>ReportBar</name>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Per hari</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Per bulan</translation>
    </message>
    <message>
        <source>By village</source>
        <translation>Per desa</translation>
    </message>
    <message>
        <source>By programme</source>
        <translation>Per program</translation>
    </message>
    <message>
        <source>Lines of the report</source>
        <translation>Baris laporan</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Report for whoever helps</source>
        <translation>Laporan untuk yang membantu</translation>
    </message>
    <message>
        <source>Versions, counts and the program&apos;s log; no names, numbers or addresses of anybody.</source>
        <translation>Versi, hitungan, dan catatan program; tanpa nama, nomor, atau alamat siapa pun.</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Isinya</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Simpan laporan…</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>versi</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>hitungan</translation>
    </message>
    <message>
        <source>Send the file to your branch.</source>
        <translation>Kirim berkas ini ke cabang Anda.</translation>
    </message>
    <message>
        <source>The report is saved</source>
        <translation>Laporan tersimpan</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Simpan laporan</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} s.d. {last}</translation>
    </message>
    <message>
        <source>JKK, work accident</source>
        <translation>JKK, kecelakaan kerja</translation>
    </message>
    <message>
        <source>JKM, death</source>
        <translation>JKM, kematian</translation>
    </message>
    <message>
        <source>JHT, old age</source>
        <translation>JHT, hari tua</translation>
    </message>
    <message>
        <source>Village not known</source>
        <translation>Desa belum diketahui</translation>
    </message>
    <message>
        <source>{number} m</source>
        <comment>millions of rupiah</comment>
        <translation>{number} jt</translation>
    </message>
    <message>
        <source>{number} k</source>
        <comment>thousands of rupiah</comment>
        <translation>{number} rb</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>Kas awal</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Kuitansi</translation>
    </message>
    <message>
        <source>Voids without cash</source>
        <translation>Pembatalan tanpa uang</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>Uang dikembalikan</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Setoran</translation>
    </message>
    <message>
        <source>Handed over to the office</source>
        <translation>Diserahkan ke kantor</translation>
    </message>
    <message>
        <source>Surplus</source>
        <translation>Kelebihan</translation>
    </message>
    <message>
        <source>Shortage</source>
        <translation>Kekurangan</translation>
    </message>
</context>
<context>
    <name>ReportsView</name>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Simpan laporan</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Open the receipt</source>
        <translation>Buka kuitansi</translation>
    </message>
    <message>
        <source>{worker} and {count} more</source>
        <translation>{worker} dan {count} orang lain</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agen</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kantor</translation>
    </message>
</context>
<context>
    <name>ResultsCard</name>
    <message>
        <source>Target and result</source>
        <translation>Target dan hasil</translation>
    </message>
    <message>
        <source>{value}, target {target}</source>
        <translation>{value}, target {target}</translation>
    </message>
    <message>
        <source>New participants in each of six months</source>
        <translation>Peserta baru per bulan, enam bulan</translation>
    </message>
</context>
<context>
    <name>ReviewSignInView</name>
    <message>
        <source>Server address</source>
        <translation>Alamat server</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>as the branch gave it</source>
        <translation>seperti diberikan cabang</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Sign in to review</source>
        <translation>Masuk untuk meninjau</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Penyelia</translation>
    </message>
    <message>
        <source>You work online at the branch&apos;s server. Nothing is kept on this laptop.</source>
        <translation>Anda bekerja daring di server cabang. Tidak ada data yang disimpan di laptop ini.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>ReviewStrip</name>
    <message>
        <source>Connected to the server</source>
        <translation>Tersambung ke server</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>Tidak tersambung ke server</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Menunggu tinjauan</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Ditandai</translation>
    </message>
    <message>
        <source>Waiting for the agent</source>
        <translation>Menunggu agen</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Review</source>
        <translation>Tinjauan</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve many at once</source>
        <translation>Setujui banyak sekaligus</translation>
    </message>
    <message>
        <source>Load the queue again</source>
        <translation>Muat ulang antrean</translation>
    </message>
    <message>
        <source>move</source>
        <translation>pindah</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>Review</source>
        <translation>Tinjauan</translation>
    </message>
    <message>
        <source>Agents &amp; devices</source>
        <translation>Agen &amp; perangkat</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Targets &amp; regions</source>
        <translation>Target &amp; wilayah</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Catatan akses</translation>
    </message>
    <message>
        <source>Branch settings</source>
        <translation>Pengaturan cabang</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Take in a file</source>
        <translation>Terima berkas</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Ganti kata sandi…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>All branches</source>
        <translation>Semua cabang</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Daring</translation>
    </message>
    <message>
        <source>PRACTICE · {title}</source>
        <translation>LATIHAN · {title}</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>To review</source>
        <translation>Menunggu tinjauan</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Ditandai</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>Ditinjau</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Ganda</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Disetujui</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Terdaftar</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Waits for other data</source>
        <translation>Menunggu data lain</translation>
    </message>
    <message>
        <source>In suspense</source>
        <translation>Perlu dicari pasangannya</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Ditahan</translation>
    </message>
    <message>
        <source>receipts {issued} · deposited {deposited} · matched {matched}</source>
        <translation>kuitansi {issued} · disetor {deposited} · cocok {matched}</translation>
    </message>
    <message>
        <source>Approved, waits for a second reviewer</source>
        <translation>Disetujui, menunggu Penyelia kedua</translation>
    </message>
    <message>
        <source>Refused, waits for a second reviewer</source>
        <translation>Ditolak, menunggu Penyelia kedua</translation>
    </message>
    <message>
        <source>Refused by the agency</source>
        <translation>Ditolak BPJS Ketenagakerjaan</translation>
    </message>
    <message>
        <source>Refused by the agency, waits for a second reviewer</source>
        <translation>Ditolak BPJS Ketenagakerjaan, menunggu Penyelia kedua</translation>
    </message>
    <message>
        <source>Second reviewer did not agree</source>
        <translation>Penyelia kedua tidak setuju</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Ditarik kembali</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Diambil alih</translation>
    </message>
    <message>
        <source>Said to be two people</source>
        <translation>Dinyatakan dua orang</translation>
    </message>
    <message>
        <source>Said to be one person</source>
        <translation>Dinyatakan satu orang</translation>
    </message>
    <message>
        <source>Somebody else is to say whether it is one person</source>
        <translation>Orang lain akan menilai apakah satu orang</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>belum ada foto</translation>
    </message>
    <message>
        <source>photo below</source>
        <translation>ada foto</translation>
    </message>
    <message>
        <source>photo lost</source>
        <translation>foto hilang</translation>
    </message>
    <message>
        <source>photo not arrived</source>
        <translation>foto belum tiba</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Reviewer</source>
        <translation>Penyelia</translation>
    </message>
    <message>
        <source>Branch admin</source>
        <translation>Admin cabang</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Operator of the server</source>
        <translation>Operator server</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agen</translation>
    </message>
</context>
<context>
    <name>RoundHead</name>
    <message>
        <source>Collected today</source>
        <translation>Terkumpul hari ini</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Target hari ini</translation>
    </message>
    <message>
        <source>People who paid</source>
        <translation>Sudah bayar</translation>
    </message>
    <message>
        <source>{paid} · {left} left</source>
        <translation>{paid} · sisa {left}</translation>
    </message>
</context>
<context>
    <name>SendingCard</name>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Pengiriman</translation>
    </message>
    <message>
        <source>Nothing is sent by itself until then. “Send now” works all the same.</source>
        <translation>Selama dijeda tidak ada yang terkirim sendiri. “Kirim sekarang” tetap bisa dipakai.</translation>
    </message>
    <message>
        <source>Sending goes on by itself whenever there is a connection.</source>
        <translation>Pengiriman berjalan sendiri setiap kali tersambung.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Last connected</source>
        <translation>Terakhir tersambung</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Menunggu dikirim</translation>
    </message>
    <message>
        <source>Looking for the branch…</source>
        <translation>Mencari cabang…</translation>
    </message>
    <message>
        <source>Fetching answers: {count}</source>
        <translation>Mengambil jawaban: {count}</translation>
    </message>
    <message>
        <source>Comparing with the branch&apos;s books…</source>
        <translation>Mencocokkan dengan catatan cabang…</translation>
    </message>
    <message>
        <source>Sending a photo: {done} of {all}</source>
        <translation>Mengirim foto: {done} dari {all}</translation>
    </message>
    <message>
        <source>Nearly done…</source>
        <translation>Hampir selesai…</translation>
    </message>
    <message>
        <source>Stopping after this step…</source>
        <translation>Berhenti setelah langkah ini…</translation>
    </message>
    <message>
        <source>{count} of {all} arrived · {done} of {total}</source>
        <translation>{count} dari {all} sampai · {done} dari {total}</translation>
    </message>
    <message>
        <source>{words} · {rate} a second</source>
        <translation>{words} · {rate} per detik</translation>
    </message>
    <message>
        <source>What arrived is safe, the rest waits here.</source>
        <translation>Yang sudah sampai aman, sisanya menunggu di sini.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Dihentikan</translation>
    </message>
    <message>
        <source>Some still waits on this laptop</source>
        <translation>Sebagian masih menunggu di laptop ini</translation>
    </message>
    <message>
        <source>What was here is at the branch</source>
        <translation>Yang ada di sini sudah di cabang</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Tidak ada lagi yang menunggu dikirim</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) arrived</source>
        <translation>
            <numerusform>%n kiriman sampai</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) came</source>
        <translation>
            <numerusform>%n keputusan datang</numerusform>
        </translation>
    </message>
    <message>
        <source>The branch has nothing new.</source>
        <translation>Tidak ada yang baru dari cabang.</translation>
    </message>
    <message>
        <source>It has to reach the branch by {term}. Send now.</source>
        <translation>Harus sampai di cabang paling lambat {term}. Kirim sekarang.</translation>
    </message>
    <message>
        <source>A withdrawal of consent waits</source>
        <translation>Pencabutan persetujuan menunggu</translation>
    </message>
    <message>
        <source>The branch has not heard of it yet. Send now.</source>
        <translation>Cabang belum tahu uang itu. Kirim sekarang.</translation>
    </message>
    <message>
        <source>Money taken more than a day ago waits</source>
        <translation>Uang yang diterima lebih dari sehari lalu menunggu</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>This request lies beside what the branch already has</source>
        <translation>Permintaan ini disimpan di samping yang sudah ada di cabang</translation>
    </message>
    <message>
        <source>It changes nothing. Refuse: the agent asks again where it is still needed.</source>
        <translation>Permintaan ini tidak mengubah apa pun. Tolak: agen memintanya lagi bila masih perlu.</translation>
    </message>
    <message>
        <source>The branch already has this record with other content</source>
        <translation>Catatan ini sudah ada di cabang dengan isi lain</translation>
    </message>
    <message>
        <source>What the branch has stays as it is. Ask the agent whether this cash was taken as well. Approve: it counts. Refuse: it does not.</source>
        <translation>Yang sudah ada di cabang tidak berubah. Tanyakan kepada agen apakah uang ini juga diterima. Setujui: uangnya dihitung. Tolak: tidak dihitung.</translation>
    </message>
    <message>
        <source>This record lies beside what the branch already has</source>
        <translation>Catatan ini disimpan di samping yang sudah ada di cabang</translation>
    </message>
    <message>
        <source>Ask the agent whether the cash was really taken. Approve: it counts. Refuse: the agent gives it back.</source>
        <translation>Tanyakan kepada agen apakah uangnya sungguh diterima. Setujui: uangnya dihitung. Tolak: agen mengembalikannya.</translation>
    </message>
    <message>
        <source>Money for somebody whose enrolment has not come for five days</source>
        <translation>Uang untuk orang yang pendaftarannya belum datang selama lima hari</translation>
    </message>
    <message>
        <source>If it still comes, this settles by itself. Find the worker: the months are that worker&apos;s. Approve: the money stays counted. Refuse: the agent gives it back.</source>
        <translation>Bila masih datang, ini selesai sendiri. Cari pesertanya: bulannya menjadi milik peserta itu. Setujui: uangnya tetap dihitung. Tolak: agen mengembalikannya.</translation>
    </message>
    <message>
        <source>A receipt that this deposit names has not come for five days</source>
        <translation>Ada Kuitansi pada setoran ini yang belum datang selama lima hari</translation>
    </message>
    <message>
        <source>Approve: the deposit stands as it is. Refuse: the agent looks at it again.</source>
        <translation>Setujui: setoran dianggap benar. Tolak: agen memeriksanya lagi.</translation>
    </message>
    <message>
        <source>What this belongs to has not come for five days</source>
        <translation>Catatan induknya belum datang selama lima hari</translation>
    </message>
    <message>
        <source>If it still comes, this settles by itself. Refuse: the agent writes it anew later.</source>
        <translation>Kalau nanti datang, ini beres sendiri. Tolak: agen mencatatnya lagi nanti.</translation>
    </message>
    <message>
        <source>Approve once the branch has stopped using the data for it</source>
        <translation>Setujui setelah cabang berhenti memakai datanya untuk itu</translation>
    </message>
    <message>
        <source>Nothing is erased. Refuse: the worker did not take consent back.</source>
        <translation>Tidak ada yang dihapus. Tolak: peserta tidak mencabut persetujuannya.</translation>
    </message>
    <message>
        <source>Approve: the branch erases names, NIK, addresses and photos of this worker as soon as nothing is open: no record that waits, no money that is not settled. That can&apos;t be undone. Receipts and the books stay. Refuse: the worker did not take consent back.</source>
        <translation>Setujui: cabang menghapus nama, NIK, alamat, dan foto peserta ini begitu tidak ada lagi yang terbuka: tidak ada catatan yang menunggu, tidak ada uang yang belum selesai. Ini tidak bisa dibatalkan. Kuitansi dan pembukuan tetap ada. Tolak: peserta tidak mencabut persetujuannya.</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pembayaran</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Kuitansi</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Perbaikan</translation>
    </message>
    <message>
        <source>Change of data</source>
        <translation>Perubahan data</translation>
    </message>
    <message>
        <source>Void of a receipt</source>
        <translation>Pembatalan Kuitansi</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>Uang dikembalikan</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Setoran</translation>
    </message>
    <message>
        <source>Adjustment of cash</source>
        <translation>Penyesuaian kas</translation>
    </message>
    <message>
        <source>Closing of a day</source>
        <translation>Tutup hari</translation>
    </message>
    <message>
        <source>Withdrawal of consent</source>
        <translation>Penarikan persetujuan</translation>
    </message>
    <message>
        <source>Hand-over of workers</source>
        <translation>Serah terima Peserta</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Catatan</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Sign in to practise</source>
        <translation>Masuk untuk berlatih</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka kunci</translation>
    </message>
    <message>
        <source>Forgotten the password?</source>
        <translation>Lupa kata sandi?</translation>
    </message>
    <message>
        <source>Protection for those who work on their own</source>
        <translation>Perlindungan bagi pekerja mandiri</translation>
    </message>
    <message>
        <source>Works without a signal: everything is kept on this laptop first</source>
        <translation>Bisa tanpa sinyal: semua disimpan dulu di laptop ini</translation>
    </message>
    <message>
        <source>Locked with your password; nobody else can read it</source>
        <translation>Terkunci kata sandi Anda; orang lain tidak bisa membaca</translation>
    </message>
    <message>
        <source>Every rupiah has a receipt that can be checked</source>
        <translation>Setiap rupiah ada kuitansinya dan bisa diperiksa</translation>
    </message>
    <message>
        <source>With the password you chose when this laptop was enrolled.</source>
        <translation>Dengan kata sandi yang Anda pilih saat laptop ini didaftarkan.</translation>
    </message>
    <message>
        <source>With your practice password. Nothing here is real; your real data stays closed.</source>
        <translation>Dengan kata sandi latihan Anda. Di sini tidak ada yang sungguhan; data asli Anda tetap tertutup.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Layar terkunci</translation>
    </message>
    <message>
        <source>What you typed is kept, and sending goes on. Your password opens the window again.</source>
        <translation>Yang Anda ketik tersimpan, dan pengiriman jalan terus. Kata sandi Anda membuka jendela lagi.</translation>
    </message>
    <message>
        <source>Practice: no password is needed.</source>
        <translation>Latihan: tidak perlu kata sandi.</translation>
    </message>
    <message>
        <source>Practice: nothing here is real, no money and no participants. No password is needed.</source>
        <translation>Latihan: tidak ada yang sungguhan, tidak ada uang dan tidak ada peserta. Tidak perlu kata sandi.</translation>
    </message>
    <message>
        <source>Opening your data…</source>
        <translation>Membuka data Anda…</translation>
    </message>
    <message numerus="yes">
        <source>Your data is safe. Try again in %n minute(s).</source>
        <translation>
            <numerusform>Data Anda aman. Coba lagi dalam %n menit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong passwords</source>
        <translation>Terlalu sering salah kata sandi</translation>
    </message>
</context>
<context>
    <name>SlipRow</name>
    <message>
        <source>Photo of the slip…</source>
        <translation>Foto slip…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>or drop the file here</source>
        <translation>atau taruh berkasnya di sini</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Photo of the slip</source>
        <translation>Foto slip</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>{name} has this record open</source>
        <translation>{name} sedang membuka data ini</translation>
    </message>
    <message>
        <source>It can be read. T takes it over; say why, your colleague reads it.</source>
        <translation>Data ini bisa dibaca. T mengambil alih; tulis sebabnya, rekan Anda membacanya.</translation>
    </message>
    <message>
        <source>You approved this at {clock}; a second reviewer has to agree</source>
        <translation>Anda menyetujui ini pukul {clock}; Penyelia kedua harus setuju</translation>
    </message>
    <message>
        <source>You refused this at {clock}; a second reviewer has to agree</source>
        <translation>Anda menolak ini pukul {clock}; Penyelia kedua harus setuju</translation>
    </message>
    <message>
        <source>The agent is told nothing until then. N takes it back.</source>
        <translation>Sampai saat itu agen belum diberi tahu. N menariknya kembali.</translation>
    </message>
    <message>
        <source>{name} approved this at {clock}; it takes two</source>
        <translation>{name} menyetujui ini pukul {clock}; perlu dua orang</translation>
    </message>
    <message>
        <source>{name} refused this at {clock}; it takes two</source>
        <translation>{name} menolak ini pukul {clock}; perlu dua orang</translation>
    </message>
    <message>
        <source>A: you agree, and it stands. N: you do not.</source>
        <translation>A: Anda setuju, dan keputusan berlaku. N: Anda tidak setuju.</translation>
    </message>
    <message>
        <source>R: you agree, and it stands. N: you do not.</source>
        <translation>R: Anda setuju, dan keputusan berlaku. N: Anda tidak setuju.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Not paid yet</source>
        <translation>Belum dibayar</translation>
    </message>
    <message>
        <source>Nothing begun</source>
        <translation>Belum ada kelompok</translation>
    </message>
    <message>
        <source>Choose above who is enrolled together; a list may come from a spreadsheet.</source>
        <translation>Pilih di atas siapa yang didaftarkan bersama; daftarnya boleh dari Excel.</translation>
    </message>
    <message>
        <source>They are enrolled already, and pay again</source>
        <translation>Sudah terdaftar, dan sekarang membayar lagi</translation>
    </message>
    <message>
        <source>Renew a group</source>
        <translation>Perpanjang kelompok</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>{people} enrolled, {rupiah} taken</source>
        <translation>{people} terdaftar, {rupiah} diterima</translation>
    </message>
    <message>
        <source>Open a receipt to print it or to save it.</source>
        <translation>Buka kuitansi untuk mencetak atau menyimpannya.</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>the server could not take this yet; it is tried again</source>
        <translation>server belum bisa menerima ini; akan dicoba lagi</translation>
    </message>
    <message>
        <source>see the branch&apos;s note</source>
        <translation>lihat catatan cabang</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Belum terkirim</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Sedang dikirim</translation>
    </message>
    <message>
        <source>Already registered, the branch will call</source>
        <translation>Sudah terdaftar, cabang akan menghubungi</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>Perlu diperbaiki</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Disetujui</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Terdaftar</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>From your list</source>
        <translation>Dari daftar Anda</translation>
    </message>
    <message>
        <source>Already registered</source>
        <translation>Sudah terdaftar</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Diperiksa</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>Ditinjau</translation>
    </message>
    <message>
        <source>Waits for other data</source>
        <translation>Menunggu data lain</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Terkirim</translation>
    </message>
</context>
<context>
    <name>Stations</name>
    <message>
        <source>On this laptop</source>
        <translation>Di laptop ini</translation>
    </message>
    <message>
        <source>On a copy of the data</source>
        <translation>Di salinan cadangan</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Terkirim</translation>
    </message>
    <message>
        <source>Received by the branch</source>
        <translation>Diterima cabang</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Diputuskan</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Terdaftar</translation>
    </message>
    <message>
        <source>Paid in and posted</source>
        <translation>Disetor dan dibukukan</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Disetujui</translation>
    </message>
    <message>
        <source>Sent back to correct</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>Already registered</source>
        <translation>Sudah terdaftar</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>Save to a USB stick…</source>
        <translation>Simpan ke flashdisk…</translation>
    </message>
    <message>
        <source>Read the answer…</source>
        <translation>Baca jawaban…</translation>
    </message>
    <message>
        <source>Bring a colleague&apos;s file…</source>
        <translation>Antarkan berkas teman…</translation>
    </message>
    <message>
        <source>No network at all?</source>
        <translation>Tidak ada jaringan sama sekali?</translation>
    </message>
</context>
<context>
    <name>StickStand</name>
    <message>
        <source>USB stick to save to</source>
        <translation>Flashdisk untuk menyimpan</translation>
    </message>
    <message>
        <source>Answer of the branch</source>
        <translation>Jawaban cabang</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>File of a laptop</source>
        <translation>Berkas dari laptop</translation>
    </message>
    <message>
        <source>Files of Perisai</source>
        <translation>Berkas Perisai</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Semua berkas</translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>At least {least} signs; spaces are fine</source>
        <translation>Paling sedikit {least} tanda; spasi boleh</translation>
    </message>
    <message>
        <source>Will do. A word more makes it strong</source>
        <translation>Cukup. Satu kata lagi membuatnya kuat</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Baik</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Kuat</translation>
    </message>
    <message>
        <source>Use at least {least} signs, a sentence is easiest to remember</source>
        <translation>Paling sedikit {least} tanda; kalimat paling mudah diingat</translation>
    </message>
    <message>
        <source>Everybody tries this one first, choose another</source>
        <translation>Ini yang pertama dicoba orang, pilih yang lain</translation>
    </message>
    <message>
        <source>Digits alone are easily guessed, add a few words</source>
        <translation>Angka saja mudah ditebak, tambahkan beberapa kata</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Waiting for a decision</source>
        <translation>Menunggu keputusan</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>Perlu diperbaiki</translation>
    </message>
    <message>
        <source>Clock is wrong by {age}</source>
        <translation>Jam laptop meleset {age}</translation>
    </message>
    <message>
        <source>Last connected {since}</source>
        <translation>Terakhir tersambung {since}</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Belum pernah tersambung</translation>
    </message>
    <message>
        <source>Laptop paused by the branch</source>
        <translation>Laptop dijeda oleh cabang</translation>
    </message>
    <message>
        <source>Laptop withdrawn by the branch</source>
        <translation>Laptop ditarik oleh cabang</translation>
    </message>
    <message>
        <source>The branch takes this laptop back</source>
        <translation>Laptop diambil kembali oleh cabang</translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation>Pengiriman dijeda</translation>
    </message>
    <message>
        <source>Paused until {until}</source>
        <translation>Dijeda sampai {until}</translation>
    </message>
    <message>
        <source>Connected since {since}</source>
        <translation>Tersambung sejak {since}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Tersambung</translation>
    </message>
    <message>
        <source>Offline since {since}</source>
        <translation>Luring sejak {since}</translation>
    </message>
    <message>
        <source>Clock is {age} behind the last receipt</source>
        <translation>Jam laptop mundur {age} dari kuitansi terakhir</translation>
    </message>
    <message>
        <source>Newer version needed from {day}</source>
        <translation>Perlu versi baru mulai {day}</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Belum terkirim</translation>
    </message>
    <message>
        <source>void of {rupiah} awaits approval</source>
        <translation>pembatalan {rupiah} menunggu persetujuan</translation>
    </message>
    <message>
        <source>Cash in hand</source>
        <translation>Kas di tangan</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>baru saja</translation>
    </message>
    <message>
        <source>oldest {age}</source>
        <translation>tertua {age}</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Device code of this laptop</source>
        <translation>Kode laptop ini</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agen</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kantor</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Cabang</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Dipakai untuk</translation>
    </message>
    <message>
        <source>Recovery key kept at the branch</source>
        <translation>Kunci pemulihan di cabang</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>This laptop is enrolled</source>
        <translation>Laptop ini sudah terdaftar</translation>
    </message>
    <message>
        <source>From now on it works without a signal. Your password opens it.</source>
        <translation>Mulai sekarang laptop ini bekerja tanpa sinyal. Kata sandi Anda membukanya.</translation>
    </message>
    <message>
        <source>practice, nothing is real</source>
        <translation>latihan, tidak ada yang sungguhan</translation>
    </message>
    <message>
        <source>real work</source>
        <translation>kerja sungguhan</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya, tersimpan</translation>
    </message>
    <message>
        <source>no, call the branch</source>
        <translation>tidak, hubungi cabang</translation>
    </message>
</context>
<context>
    <name>SumsCard</name>
    <message>
        <source>By kind</source>
        <translation>Per jenis</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Per hari</translation>
    </message>
    <message>
        <source>How it is made up</source>
        <translation>Rincian kas</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Gerakan</translation>
    </message>
    <message>
        <source>Rupiah</source>
        <translation>Rupiah</translation>
    </message>
    <message>
        <source>Sums by kind</source>
        <translation>Jumlah per jenis</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Masuk, keluar</translation>
    </message>
    <message>
        <source>Cash then</source>
        <translation>Kas saat itu</translation>
    </message>
    <message>
        <source>Sums by day</source>
        <translation>Jumlah per hari</translation>
    </message>
    <message>
        <source>Cash in hand</source>
        <translation>Kas di tangan</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ditutup</translation>
    </message>
    <message>
        <source>open</source>
        <translation>belum ditutup</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Simpan PDF…</translation>
    </message>
    <message>
        <source>Save for Excel…</source>
        <translation>Simpan untuk Excel…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Collected in this period</source>
        <translation>Terkumpul di periode ini</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Kas</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Menghentikan…</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Menulis berkas…</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Tersimpan: {name}</translation>
    </message>
    <message>
        <source>New participants</source>
        <translation>Peserta baru</translation>
    </message>
    <message>
        <source>People who paid</source>
        <translation>Orang yang membayar</translation>
    </message>
    <message>
        <source>Received on receipts</source>
        <translation>Diterima menurut kuitansi</translation>
    </message>
    <message>
        <source>Voided or given back</source>
        <translation>Dibatalkan atau dikembalikan</translation>
    </message>
    <message>
        <source>Cash before</source>
        <translation>Kas sebelumnya</translation>
    </message>
    <message>
        <source>Cash at the end</source>
        <translation>Kas pada akhirnya</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Who and what</source>
        <translation>Siapa dan apa</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Sebab</translation>
    </message>
    <message>
        <source>Rupiah</source>
        <translation>Rupiah</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Umur</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Laptop ini</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Pendaftaran</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Perbaikan</translation>
    </message>
    <message>
        <source>Change of data</source>
        <translation>Perubahan data</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pembayaran</translation>
    </message>
    <message>
        <source>Copy of a receipt</source>
        <translation>Salinan kuitansi</translation>
    </message>
    <message>
        <source>Void of a receipt</source>
        <translation>Pembatalan kuitansi</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>Pengembalian uang</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Setoran</translation>
    </message>
    <message>
        <source>Adjustment of cash</source>
        <translation>Penyesuaian kas</translation>
    </message>
    <message>
        <source>Closing of a day</source>
        <translation>Tutup hari</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Withdrawal of consent</source>
        <translation>Pencabutan persetujuan</translation>
    </message>
    <message>
        <source>Hand-over of workers</source>
        <translation>Serah terima peserta</translation>
    </message>
    <message>
        <source>New beginning of this laptop</source>
        <translation>Awal baru laptop ini</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>Perlu diperbaiki</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Belum terkirim</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Menunggu keputusan</translation>
    </message>
    <message>
        <source>the branch will call</source>
        <translation>cabang akan menghubungi</translation>
    </message>
    <message>
        <source>see the branch&apos;s note</source>
        <translation>lihat catatan cabang</translation>
    </message>
    <message>
        <source>the branch looks at it more closely</source>
        <translation>cabang memeriksanya lebih teliti</translation>
    </message>
    <message>
        <source>a reviewer has it open</source>
        <translation>sedang dibuka Penyelia</translation>
    </message>
    <message>
        <source>what it belongs to has not come for five days; the branch looks for it</source>
        <translation>lima hari pasangannya belum datang; cabang mencarinya</translation>
    </message>
    <message>
        <source>stored as it came; the branch clears it up</source>
        <translation>disimpan apa adanya; cabang membereskannya</translation>
    </message>
    <message>
        <source>waits for a reviewer</source>
        <translation>menunggu Penyelia</translation>
    </message>
    <message>
        <source>The branch will call you. The money stays counted.</source>
        <translation>Cabang akan menghubungi Anda. Uangnya tetap tercatat.</translation>
    </message>
    <message>
        <source>See what the branch says, then correct it.</source>
        <translation>Lihat jawaban cabang, lalu perbaiki.</translation>
    </message>
    <message>
        <source>Call the branch and name the receipt or the worker.</source>
        <translation>Telepon cabang dan sebutkan kuitansi atau pesertanya.</translation>
    </message>
    <message>
        <source>Nothing to do: the branch has it.</source>
        <translation>Tidak perlu apa-apa: sudah ada di cabang.</translation>
    </message>
    <message>
        <source>The rest goes on. Call the branch if it is still here tomorrow.</source>
        <translation>Yang lain tetap berjalan. Telepon cabang kalau besok masih di sini.</translation>
    </message>
    <message>
        <source>It is safe on this laptop. Send now, or end the pause.</source>
        <translation>Aman di laptop ini. Kirim sekarang, atau akhiri jeda.</translation>
    </message>
    <message>
        <source>It is safe on this laptop. Look for a signal, then send.</source>
        <translation>Aman di laptop ini. Cari sinyal, lalu kirim.</translation>
    </message>
    <message>
        <source>Nothing to do: it goes by itself.</source>
        <translation>Tidak perlu apa-apa: terkirim sendiri.</translation>
    </message>
    <message>
        <source>waits for the branch&apos;s signed answer</source>
        <translation>menunggu jawaban cabang</translation>
    </message>
    <message>
        <source>sending is paused</source>
        <translation>pengiriman dijeda</translation>
    </message>
    <message>
        <source>waits for a connection</source>
        <translation>menunggu sambungan</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>menunggu giliran</translation>
    </message>
    <message>
        <source>waits until this person&apos;s enrolment has arrived</source>
        <translation>menunggu pendaftaran orang ini sampai</translation>
    </message>
    <message>
        <source>waits until the receipt it names has arrived</source>
        <translation>menunggu kuitansinya sampai</translation>
    </message>
</context>
<context>
    <name>SyncView</name>
    <message>
        <source>Sync</source>
        <translation>Sinkronisasi</translation>
    </message>
    <message numerus="yes">
        <source>%n not settled yet</source>
        <translation>
            <numerusform>%n belum selesai</numerusform>
        </translation>
    </message>
    <message>
        <source>everything is settled</source>
        <translation>semua sudah selesai</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Copy cell</source>
        <translation>Salin sel</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Salin baris</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>Collected</source>
        <translation>Iuran</translation>
    </message>
    <message>
        <source>New participants</source>
        <translation>Peserta baru</translation>
    </message>
    <message>
        <source>Bars of the chart</source>
        <translation>Batang grafik</translation>
    </message>
    <message>
        <source>Chart of the report</source>
        <translation>Grafik laporan</translation>
    </message>
    <message>
        <source>{value}, target {target}</source>
        <translation>{value}, target {target}</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Membayar</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Lines of the report</source>
        <translation>Baris laporan</translation>
    </message>
    <message>
        <source>Nothing in this period</source>
        <translation>Tidak ada catatan di periode ini</translation>
    </message>
    <message>
        <source>Choose another period, or enrol and collect.</source>
        <translation>Pilih periode lain, atau daftarkan peserta dan terima iuran.</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Per hari</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Per bulan</translation>
    </message>
    <message>
        <source>By village</source>
        <translation>Per desa</translation>
    </message>
    <message>
        <source>By programme</source>
        <translation>Per program</translation>
    </message>
    <message>
        <source>Credit used</source>
        <translation>Kredit terpakai</translation>
    </message>
</context>
<context>
    <name>TakenBack</name>
    <message>
        <source>enrolling and recording contributions</source>
        <translation>pendaftaran dan pencatatan iuran</translation>
    </message>
    <message>
        <source>checking at the branch</source>
        <translation>pemeriksaan di cabang</translation>
    </message>
    <message>
        <source>being contacted about other programmes</source>
        <translation>dihubungi tentang program lain</translation>
    </message>
    <message>
        <source>The worker took consent back: stop using the data for it</source>
        <translation>Peserta mencabut persetujuan: berhenti memakai datanya untuk itu</translation>
    </message>
    <message>
        <source>{purposes}: taken back {since}, stop by {due}</source>
        <translation>{purposes}: dicabut {since}, berhenti sebelum {due}</translation>
    </message>
</context>
<context>
    <name>TariffSheet</name>
    <message>
        <source>Tables of contributions</source>
        <translation>Tabel iuran</translation>
    </message>
    <message>
        <source>Name of the new table</source>
        <translation>Nama tabel baru</translation>
    </message>
    <message>
        <source>such as BPU-2027</source>
        <translation>misalnya BPU-2027</translation>
    </message>
    <message>
        <source>Its first iuran month</source>
        <translation>Bulan iuran pertamanya</translation>
    </message>
    <message>
        <source>Its brackets from a CSV file…</source>
        <translation>Golongannya dari berkas CSV…</translation>
    </message>
    <message>
        <source>Take the new table back</source>
        <translation>Batalkan tabel baru</translation>
    </message>
    <message>
        <source>One row for each bracket; its columns are named in the help (F1). The table before it ends by itself with the month before.</source>
        <translation>Satu baris untuk setiap golongan; kolomnya ada di bantuan (F1). Tabel sebelumnya berakhir sendiri sebulan sebelumnya.</translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>Nothing to correct</source>
        <translation>Tidak ada yang perlu diperbaiki</translation>
    </message>
    <message>
        <source>What the branch sends back is listed here.</source>
        <translation>Yang dikembalikan cabang muncul di sini.</translation>
    </message>
    <message>
        <source>Open 1 task</source>
        <translation>Buka 1 tugas</translation>
    </message>
    <message>
        <source>Open {count} tasks</source>
        <translation>Buka {count} tugas</translation>
    </message>
    <message>
        <source>Give {amount} back, let the receiver sign</source>
        <translation>Kembalikan {amount}, minta tanda tangan penerima</translation>
    </message>
    <message>
        <source>1 receipt</source>
        <translation>1 kuitansi</translation>
    </message>
    <message>
        <source>{count} receipts</source>
        <translation>{count} kuitansi</translation>
    </message>
</context>
<context>
    <name>TasksView</name>
    <message>
        <source>Worker</source>
        <translation>Peserta</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tasks from the branch</source>
        <translation>Tugas dari cabang</translation>
    </message>
    <message>
        <source>Sent back by the branch</source>
        <translation>Dikembalikan cabang</translation>
    </message>
    <message>
        <source>Nothing to correct</source>
        <translation>Tidak ada yang perlu diperbaiki</translation>
    </message>
    <message>
        <source>What the branch sends back appears here. It comes with every sync.</source>
        <translation>Yang dikembalikan cabang muncul di sini. Kabarnya datang setiap kali sinkronisasi.</translation>
    </message>
    <message>
        <source>Ask the branch now</source>
        <translation>Tanya cabang sekarang</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>Perbaikan</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) from the branch</source>
        <translation>
            <numerusform>%n tugas dari cabang</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Practise as long as you like</source>
        <translation>Berlatih sepuasnya</translation>
    </message>
    <message>
        <source>Sign out here. The sign-in then offers Practice: the same program with its own data, nothing in it is real.</source>
        <translation>Keluar di sini. Layar masuk lalu menawarkan Latihan: program yang sama dengan data sendiri, tidak ada yang sungguhan.</translation>
    </message>
    <message>
        <source>This is practice</source>
        <translation>Ini latihan</translation>
    </message>
    <message>
        <source>The amber frame says so: no money, no participants. Sign out here when you are done.</source>
        <translation>Bingkai kuning tandanya: tanpa uang, tanpa peserta asli. Keluar di sini kalau sudah selesai.</translation>
    </message>
    <message>
        <source>Three figures that are always there</source>
        <translation>Tiga angka yang selalu terlihat</translation>
    </message>
    <message>
        <source>Not sent yet, waiting for the branch, to correct. Press one to see its list; nothing gets lost in between.</source>
        <translation>Belum terkirim, menunggu cabang, perlu diperbaiki. Tekan untuk melihat daftarnya; tidak ada yang hilang di antaranya.</translation>
    </message>
    <message>
        <source>Cash in hand</source>
        <translation>Kas di tangan</translation>
    </message>
    <message>
        <source>As much money must be with you. Every rupiah belongs to a receipt until it is deposited.</source>
        <translation>Sebanyak ini uang yang harus ada pada Anda. Setiap rupiah punya kuitansi sampai disetor.</translation>
    </message>
    <message>
        <source>Enrol somebody</source>
        <translation>Mendaftarkan orang</translation>
    </message>
    <message>
        <source>Ctrl+N from anywhere. It works without a signal, and a half-filled form is kept by itself.</source>
        <translation>Tekan Ctrl+N dari mana saja. Bisa tanpa sinyal, dan isian yang belum selesai tersimpan sendiri.</translation>
    </message>
    <message>
        <source>Sending to the branch</source>
        <translation>Kirim ke cabang</translation>
    </message>
    <message>
        <source>It happens by itself when there is a connection. Here you see what waits, and send at once.</source>
        <translation>Terkirim sendiri begitu ada sambungan. Di sini terlihat apa yang menunggu, dan bisa dikirim langsung.</translation>
    </message>
    <message>
        <source>What the branch sends back</source>
        <translation>Yang dikembalikan cabang</translation>
    </message>
    <message>
        <source>A field is wrong? It waits here with the branch&apos;s comment. Correct it and send again.</source>
        <translation>Ada isian yang salah? Di sini menunggu beserta catatan cabang. Perbaiki lalu kirim lagi.</translation>
    </message>
    <message>
        <source>Help on every screen</source>
        <translation>Bantuan di setiap layar</translation>
    </message>
    <message>
        <source>F1 explains the screen you are on.</source>
        <translation>F1 menjelaskan layar yang sedang terbuka.</translation>
    </message>
</context>
<context>
    <name>TrailBar</name>
    <message>
        <source>Check the log</source>
        <translation>Periksa catatan</translation>
    </message>
    <message>
        <source>Save the ledger…</source>
        <translation>Simpan buku besar…</translation>
    </message>
    <message>
        <source>The log is whole: {count} rows</source>
        <translation>Catatan akses utuh: {count} baris</translation>
    </message>
    <message>
        <source>No day of it is over and signed yet.</source>
        <translation>Belum ada hari yang selesai dan ditandatangani.</translation>
    </message>
    <message>
        <source>Signed up to {day}; what came after is held by its hashes.</source>
        <translation>Ditandatangani sampai {day}; sesudahnya dijaga oleh sidik tiap baris.</translation>
    </message>
    <message>
        <source>The log was changed: {places}</source>
        <translation>Catatan akses berubah: {places}</translation>
    </message>
    <message>
        <source>Places where it does not hold: {count}. Keep the server as it is, and have verify-ledger run on a copy.</source>
        <translation>Tempat yang tidak cocok: {count}. Biarkan server apa adanya, dan minta verify-ledger dijalankan pada salinannya.</translation>
    </message>
    <message>
        <source>Ledger.csv</source>
        <translation>Buku besar.csv</translation>
    </message>
    <message>
        <source>Save the ledger</source>
        <translation>Simpan buku besar</translation>
    </message>
</context>
<context>
    <name>VoidDialog</name>
    <message>
        <source>Void a receipt</source>
        <translation>Batalkan kuitansi</translation>
    </message>
    <message>
        <source>Ask the branch</source>
        <translation>Minta ke cabang</translation>
    </message>
    <message>
        <source>What of it</source>
        <translation>Bagian yang dibatalkan</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Pilih alasan</translation>
    </message>
    <message>
        <source>No money was taken</source>
        <translation>Uang tidak diterima</translation>
    </message>
    <message>
        <source>Cash in hand falls once approved</source>
        <translation>Kas turun setelah disetujui</translation>
    </message>
    <message>
        <source>Money was taken</source>
        <translation>Uang sudah diterima</translation>
    </message>
    <message>
        <source>You give it back once approved</source>
        <translation>Dikembalikan setelah disetujui</translation>
    </message>
    <message>
        <source>Would be void</source>
        <translation>Akan dibatalkan</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Was money taken for it?</source>
        <translation>Apakah uangnya sudah diterima?</translation>
    </message>
    <message>
        <source>The months count as unpaid from now on, so that the right receipt can be written at once. Until the branch decides, the cash stays in your figure.</source>
        <translation>Mulai sekarang bulannya terhitung belum lunas, jadi kuitansi yang benar bisa langsung dibuat. Sampai cabang memutuskan, uangnya tetap terhitung di kas Anda.</translation>
    </message>
    <message>
        <source>The whole receipt</source>
        <translation>Seluruh kuitansi</translation>
    </message>
    <message>
        <source>The membership loses its first paid month</source>
        <translation>Kepesertaan kehilangan bulan lunas pertamanya</translation>
    </message>
    <message>
        <source>Months paid after it protect nobody until this month is paid again.</source>
        <translation>Bulan sesudahnya tidak melindungi siapa pun sampai bulan ini dibayar lagi.</translation>
    </message>
</context>
<context>
    <name>VoidRecord</name>
    <message>
        <source>The agent asks for it: {reason}</source>
        <translation>Alasan agen: {reason}</translation>
    </message>
    <message>
        <source>No money was taken. Once approved, the agent&apos;s cash falls by this amount.</source>
        <translation>Tidak ada uang yang diterima. Begitu disetujui, kas agen berkurang sebesar ini.</translation>
    </message>
    <message>
        <source>Money was taken. Once approved, the agent gives it back against a signature.</source>
        <translation>Uang sudah diterima. Begitu disetujui, agen mengembalikannya dengan tanda tangan.</translation>
    </message>
</context>
<context>
    <name>WarningBox</name>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>required, the reviewer reads it</source>
        <translation>wajib, dibaca Penyelia</translation>
    </message>
    <message>
        <source>male</source>
        <translation>laki-laki</translation>
    </message>
    <message>
        <source>female</source>
        <translation>perempuan</translation>
    </message>
    <message>
        <source>NIK: {nik} · typed: {typed}</source>
        <translation>NIK: {nik} · diisi: {typed}</translation>
    </message>
</context>
<context>
    <name>WithdrawalDialog</name>
    <message>
        <source>Take consent back</source>
        <translation>Cabut persetujuan</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Cabut</translation>
    </message>
    <message>
        <source>needed for the membership</source>
        <translation>wajib untuk kepesertaan</translation>
    </message>
    <message>
        <source>It goes out before everything else</source>
        <translation>Dikirim paling dulu</translation>
    </message>
    <message>
        <source>The branch has 3 × 24 hours from the signature to stop using the data. Send as soon as there is a signal.</source>
        <translation>Sejak ditandatangani, cabang punya waktu 3 × 24 jam untuk berhenti memakai datanya. Kirimlah begitu ada sinyal.</translation>
    </message>
    <message>
        <source>The worker signs here</source>
        <translation>Peserta menandatangani di sini</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Tanda tangan</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Ulangi tanda tangan</translation>
    </message>
    <message>
        <source>Tick what the worker no longer agrees to</source>
        <translation>Centang yang tidak disetujui peserta lagi</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Ditandatangani oleh</translation>
    </message>
    <message>
        <source>only where somebody signs in the worker&apos;s place</source>
        <translation>hanya bila diwakili orang lain</translation>
    </message>
    <message>
        <source>Nothing is left to take back</source>
        <translation>Tidak ada lagi yang bisa dicabut</translation>
    </message>
    <message>
        <source>The worker took all of it back before.</source>
        <translation>Peserta sudah mencabut semuanya.</translation>
    </message>
    <message>
        <source>Without this the branch cannot keep the membership</source>
        <translation>Tanpa ini cabang tidak bisa meneruskan kepesertaan</translation>
    </message>
    <message>
        <source>Money that was paid stays recorded. The branch decides what becomes of it.</source>
        <translation>Uang yang sudah dibayar tetap tercatat. Cabang memutuskan kelanjutannya.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>January</source>
        <translation>Januari</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februari</translation>
    </message>
    <message>
        <source>March</source>
        <translation>Maret</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mei</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>August</source>
        <translation>Agustus</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Desember</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Senin</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Selasa</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Rabu</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Kamis</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Jumat</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Sabtu</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Minggu</translation>
    </message>
    <message>
        <source>{hour}:{minute}</source>
        <comment>clock</comment>
        <translation>{hour}.{minute}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>baru saja</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 menit</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} menit</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 jam</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} jam</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 hari</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} hari</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>sebentar</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 detik</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} detik</translation>
    </message>
    <message>
        <source>{gigabytes} GB</source>
        <translation>{gigabytes} GB</translation>
    </message>
    <message>
        <source>{megabytes} MB</source>
        <translation>{megabytes} MB</translation>
    </message>
    <message>
        <source>.</source>
        <comment>decimal mark</comment>
        <translation>,</translation>
    </message>
</context>
<context>
    <name>WorkerSide</name>
    <message>
        <source>Where the data are, paid until when, and every receipt.</source>
        <translation>Di mana datanya, lunas sampai kapan, dan semua kuitansinya.</translation>
    </message>
    <message>
        <source>Choose a worker to see the card</source>
        <translation>Pilih peserta untuk melihat kartunya</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>KPJ</source>
        <translation>KPJ</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Nomor HP</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Penghasilan</translation>
    </message>
    <message>
        <source>Take a contribution</source>
        <translation>Terima iuran</translation>
    </message>
    <message>
        <source>A change in life</source>
        <translation>Perubahan data peserta</translation>
    </message>
    <message>
        <source>Correct the data</source>
        <translation>Perbaiki data</translation>
    </message>
    <message>
        <source>See what the branch says</source>
        <translation>Lihat jawaban cabang</translation>
    </message>
    <message>
        <source>Where is the data</source>
        <translation>Di mana datanya</translation>
    </message>
    <message>
        <source>From your own list. The branch matches by NIK once a payment has arrived.</source>
        <translation>Dari daftar Anda sendiri. Cabang mencocokkan lewat NIK setelah iuran pertama sampai.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Yang berubah</translation>
    </message>
    <message>
        <source>Take consent back</source>
        <translation>Cabut persetujuan</translation>
    </message>
    <message>
        <source>Nothing paid yet</source>
        <translation>Belum ada yang lunas</translation>
    </message>
    <message>
        <source>Paid until {month}</source>
        <translation>Lunas s.d. {month}</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Kuitansi {number}</translation>
    </message>
</context>
<context>
    <name>Workers</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Paid until</source>
        <translation>Lunas s.d.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>1 month overdue</source>
        <translation>menunggak 1 bulan</translation>
    </message>
    <message>
        <source>{count} months overdue</source>
        <translation>menunggak {count} bulan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Belum terkirim</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Menunggu keputusan</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>Perlu diperbaiki</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Disetujui</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>Consent taken back</source>
        <translation>Persetujuan dicabut</translation>
    </message>
    <message>
        <source>died</source>
        <translation>meninggal</translation>
    </message>
    <message>
        <source>employed elsewhere</source>
        <translation>jadi karyawan</translation>
    </message>
    <message>
        <source>own wish</source>
        <translation>keinginan sendiri</translation>
    </message>
    <message>
        <source>Nothing is owed from {month} on: {cause}</source>
        <translation>Tanpa tagihan mulai {month}: {cause}</translation>
    </message>
    <message>
        <source>From {month}: {fields}</source>
        <translation>Mulai {month}: {fields}</translation>
    </message>
</context>
<context>
    <name>WorkersView</name>
    <message>
        <source>Name, NIK, phone, village</source>
        <translation>Nama, NIK, nomor HP, desa</translation>
    </message>
    <message>
        <source>Search workers</source>
        <translation>Cari peserta</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Peserta</translation>
    </message>
    <message>
        <source>New enrolment</source>
        <translation>Daftar baru</translation>
    </message>
    <message>
        <source>Participants you serve already…</source>
        <translation>Peserta yang sudah dilayani…</translation>
    </message>
    <message>
        <source>card</source>
        <translation>kartu</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Tidak ketemu</translation>
    </message>
    <message>
        <source>Try part of the name, the NIK, the phone number or the village.</source>
        <translation>Coba sebagian nama, NIK, nomor HP, atau desa.</translation>
    </message>
    <message>
        <source>No workers yet</source>
        <translation>Belum ada peserta</translation>
    </message>
    <message>
        <source>Enrol the first one: it takes a minute.</source>
        <translation>Daftarkan yang pertama, cukup satu menit.</translation>
    </message>
    <message>
        <source>more than {count} found</source>
        <translation>lebih dari {count} ketemu</translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n orang</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} on this laptop</source>
        <translation>{count} orang di laptop ini</translation>
    </message>
</context>
</TS>
