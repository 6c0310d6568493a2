using System.Net;
using System.Net.Sockets;

namespace Dashboard.Screens;

/// <summary>Addresses that count as one: whoever has one IPv6 address has all with the same first half.</summary>
internal static class Neighbours
{
    /// <summary>What an address counts as.</summary>
    public static string Of(string address)
    {
        if (!IPAddress.TryParse(address, out IPAddress? known) || known is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address;
        }

        byte[] bytes = known.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }
}
